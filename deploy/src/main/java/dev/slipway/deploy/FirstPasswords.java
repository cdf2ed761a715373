package dev.slipway.deploy;

import dev.slipway.deploy.local.GeneratedPasswords;
import dev.slipway.workflows.tenant.Passwords;
import dev.slipway.workflows.tenant.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Passwords that were generated because none was given, to be shown once: by the first start that
/// comes so far. One that opens nothing, because its person was there before, is forgotten: a
/// second process on a database makes nobody.
final class FirstPasswords {

  private final GeneratedPasswords generated;
  private final List<Unshown> unshown = new ArrayList<>();

  FirstPasswords(GeneratedPasswords generated) {
    this.generated = generated;
  }

  private record Unshown(String email, GeneratedPasswords.Generated password) {}

  /// The password of somebody to whom none was given: the one that is kept, or a new one.
  String of(FirstPerson person, String email) {
    var password = generated.of(person.key() + "-password");
    if (password.isUnshown()) {
      unshown.add(new Unshown(email, password));
    }
    return password.secret();
  }

  /// Shows those that nobody was shown, once their people are there.
  void show(Users users, Passwords passwords, Consumer<String> console) {
    for (var each : unshown) {
      var password = each.password();
      boolean opens =
          users
              .byEmail(each.email())
              .filter(known -> passwords.matches(password.secret(), known.passwordHash()))
              .isPresent();
      if (opens) {
        console.accept(
            "Sign in as %s with the password %s (kept in %s)"
                .formatted(each.email(), password.secret(), password.file()));
        generated.shown(password);
      } else {
        generated.forget(password);
      }
    }
  }
}
