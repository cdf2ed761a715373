package dev.slipway.api.sshkey;

import dev.slipway.api.http.Idempotency;
import dev.slipway.api.http.JsonInput;
import dev.slipway.api.http.ListMeta;
import dev.slipway.api.http.Needed;
import dev.slipway.api.http.Wire;
import dev.slipway.workflows.sshkey.SshKey;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// SSH keys.
interface SshKeyOperations {

  @Get
  SshKeyList list(@Nullable @QueryValue String page, @Nullable @QueryValue("per_page") String size);

  @Post
  @Status(HttpStatus.CREATED)
  HttpResponse<SshKeyAnswer> create(
      @Nullable @Header(Idempotency.HEADER) String key, @Body SshKeyInput input);

  @Delete("/{id}")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> delete(@PathVariable String id);

  /// A public key.
  ///
  /// @param publicKey one line in OpenSSH's form
  @Wire
  record SshKeyInput(@Needed @Nullable String name, @Needed @Nullable String publicKey)
      implements JsonInput {

    @Override
    public String toString() {
      return "SshKeyInput[" + name + ", ***]"; // somebody may have pasted the private one
    }
  }

  /// An SSH key, wrapped by its noun.
  @Wire
  record SshKeyAnswer(SshKeyBody sshKey) {}

  /// An SSH key.
  ///
  /// @param fingerprint `SHA256:` and the hash, as `ssh-keygen -l` shows it
  @Wire
  record SshKeyBody(String id, String name, String fingerprint, Instant createdAt) {

    static SshKeyBody of(SshKey key) {
      return new SshKeyBody(
          key.id().value(), key.name(), key.publicKey().fingerprint(), key.createdAt());
    }
  }

  /// A part of the SSH keys.
  @Wire
  record SshKeyList(List<SshKeyBody> sshKeys, ListMeta meta) {}
}
