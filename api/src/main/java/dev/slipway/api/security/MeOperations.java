package dev.slipway.api.security;

import dev.slipway.api.http.Among;
import dev.slipway.api.http.JsonInput;
import dev.slipway.api.http.Needed;
import dev.slipway.api.http.Vocabulary;
import dev.slipway.api.http.Wire;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who one is.
interface MeOperations {

  @Get
  MeBody me();

  @Put("/password")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> changePassword(HttpRequest<?> request, @Body PasswordInput input);

  /// The present password and the new one.
  ///
  /// @param next 12 to 256 characters
  @Wire
  record PasswordInput(
      @Needed @Nullable String current,
      @Needed @com.fasterxml.jackson.annotation.JsonProperty("new") @Nullable String next)
      implements JsonInput {

    @Override
    public String toString() {
      return "***";
    }
  }

  /// The caller.
  @Wire
  record MeBody(
      UserBody user, TenantBody tenant, @Among(Vocabulary.PERMISSION) List<String> permissions) {

    static MeBody of(Caller caller, Profile profile) {
      var user = profile.user();
      var tenant = profile.tenant();
      return new MeBody(
          new UserBody(
              user.id().value(),
              user.email(),
              user.name(),
              user.role().code(),
              user.tenantId().value(),
              user.lastLoginAt()),
          new TenantBody(tenant.id().value(), tenant.name(), tenant.path()),
          caller.permissions().stream().sorted().map(Permission::code).toList());
    }
  }

  /// A person.
  @Wire
  record UserBody(
      String id,
      String email,
      String name,
      @Among(Vocabulary.ROLE) String role,
      String tenantId,
      @Nullable Instant lastLoginAt) {}

  /// A tenant.
  @Wire
  record TenantBody(String id, String name, String path) {}
}
