package dev.slipway.api.security;

import io.micronaut.context.annotation.ConfigurationProperties;

/// The one secret of an installation, from which others are derived.
///
/// @param secretKey at least 16 characters; kept in the data directory unless given
@ConfigurationProperties("slipway")
record SecretSettings(String secretKey) {

  SecretSettings {
    if (secretKey.length() < 16) {
      throw new IllegalArgumentException("slipway.secret-key has at least 16 characters");
    }
  }

  @Override
  public String toString() {
    return "***";
  }
}
