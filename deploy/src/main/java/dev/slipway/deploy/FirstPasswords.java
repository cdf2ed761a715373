package dev.slipway.deploy;

import dev.slipway.deploy.local.LocalWorld;
import dev.slipway.workflows.tenant.Passwords;
import dev.slipway.workflows.tenant.Users;
import io.micronaut.context.ApplicationContext;
import java.util.ArrayList;
import java.util.List;

/// Passwords that a launch generated because none was given, to be shown once. One that opens
/// nothing, because its person was there before, is forgotten: a second process on a database makes
/// nobody.
final class FirstPasswords {

  private final LocalWorld world;
  private final List<Made> made = new ArrayList<>();

  FirstPasswords(LocalWorld world) {
    this.world = world;
  }

  private record Made(String email, LocalWorld.Generated password) {}

  /// The password of somebody to whom none was given: the one that is kept, or a new one.
  String of(FirstPerson person, String email) {
    LocalWorld.Generated password = world.generated(person.key() + "-password");
    if (password.isNew()) {
      made.add(new Made(email, password));
    }
    return password.secret();
  }

  /// Shows the new ones, once their people are there.
  void show(ApplicationContext context) {
    Users users = context.getBean(Users.class);
    Passwords passwords = context.getBean(Passwords.class);
    for (Made each : made) {
      boolean opens =
          users
              .byEmail(each.email())
              .filter(known -> passwords.matches(each.password().secret(), known.passwordHash()))
              .isPresent();
      if (opens) {
        Console.say(
            "Sign in as %s with the password %s (kept in %s)"
                .formatted(each.email(), each.password().secret(), each.password().file()));
      } else {
        world.forget(each.password());
      }
    }
  }
}
