package dev.slipway.api.action;

import dev.slipway.api.http.ProblemException;
import dev.slipway.workflows.action.Assignee;
import dev.slipway.workflows.tenant.User;
import dev.slipway.workflows.tenant.UserId;
import dev.slipway.workflows.tenant.Users;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Who can look after actions: the people of the platform.
@Singleton
final class Assignees {

  private final Users users;

  Assignees(Users users) {
    this.users = users;
  }

  /// The person that is given actions, empty for nobody.
  ///
  /// @param given an id or an e-mail address, null or empty for nobody
  /// @throws ProblemException `invalid_input` for anybody else
  Optional<Assignee> of(@Nullable String given) {
    if (given == null || given.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        find(given)
            .filter(user -> user.role().isPlatform())
            .map(Assignee::of)
            .orElseThrow(() ->
                ProblemException.invalid(
                    "/assignee",
                    "unknown",
                    "There is no operator with this id or e-mail address.")));
  }

  private Optional<User> find(String given) {
    if (given.contains("@")) {
      return users.byEmail(given).map(Users.Credential::user);
    }
    try {
      return users.byId(new UserId(given));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
