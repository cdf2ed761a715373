package dev.slipway.activities.server;

import dev.slipway.activities.storage.Encryption;
import dev.slipway.activities.storage.Sql;
import dev.slipway.workflows.server.ServerId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The cloud-init text of servers. It may hold passwords, so it is encrypted in its row, and
/// activities read it here instead of getting it from the workflow.
@Singleton
public final class UserData {

  private final Sql sql;
  private final Encryption encryption;

  UserData(Sql sql, Encryption encryption) {
    this.sql = sql;
    this.encryption = encryption;
  }

  /// The text ordered with a server; call it inside a transaction whose scope sees the server.
  public Optional<String> of(ServerId id) {
    List<byte[]> sealed =
        sql.of("select user_data from server where id = :id and user_data is not null")
            .with("id", id.value())
            .list(row -> Objects.requireNonNull(row.bytesOrNull("user_data")));
    return sealed.stream().findFirst().map(bytes -> encryption.open(bytes, place(id)));
  }

  byte[] seal(ServerId id, String text) {
    return encryption.seal(text, place(id));
  }

  private static String place(ServerId id) {
    return "server/" + id + "/user_data";
  }
}
