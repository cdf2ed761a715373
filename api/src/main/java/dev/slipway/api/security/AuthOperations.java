package dev.slipway.api.security;

import dev.slipway.api.http.JsonInput;
import dev.slipway.api.http.Needed;
import dev.slipway.api.http.Wire;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import org.jspecify.annotations.Nullable;

/// Signing in and out.
interface AuthOperations {

  @Post("/login")
  TokenBody login(HttpRequest<?> request, @Body LoginInput input);

  @Post("/refresh")
  TokenBody refresh(@Body RefreshInput input);

  @Post("/logout")
  @Status(HttpStatus.NO_CONTENT)
  HttpResponse<Void> logout(@Nullable @Body LogoutInput input);

  /// Who wants in.
  ///
  /// @param totp the one-time code, where the account asks for one
  @Wire
  record LoginInput(
      @Needed @Nullable String email, @Needed @Nullable String password, @Nullable String totp)
      implements JsonInput {

    @Override
    public String toString() {
      return "LoginInput[" + email + ", ***]";
    }
  }

  /// A refresh token.
  @Wire
  record RefreshInput(@Needed @Nullable String refreshToken) implements JsonInput {

    @Override
    public String toString() {
      return "***";
    }
  }

  /// A refresh token, where there is no access token to say which session ends.
  @Wire
  record LogoutInput(@Nullable String refreshToken) implements JsonInput {

    @Override
    public String toString() {
      return "***";
    }
  }

  /// What a client signs its requests with.
  ///
  /// @param expiresIn seconds until the access token expires
  @Wire
  record TokenBody(String accessToken, String refreshToken, String tokenType, long expiresIn) {

    static TokenBody of(Tokens.Pair pair) {
      return new TokenBody(pair.access(), pair.refresh(), "Bearer", pair.expiresIn());
    }

    @Override
    public String toString() {
      return "***";
    }
  }
}
