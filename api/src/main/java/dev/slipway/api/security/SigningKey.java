package dev.slipway.api.security;

import io.micronaut.context.annotation.Factory;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Derives the key that signs access tokens, so that it is never the key that encrypts secrets.
@Factory
final class SigningKey {

  private static final String PURPOSE = "slipway access tokens, version 1";

  @Singleton
  @Named("generator")
  SignatureGeneratorConfiguration signature(SecretSettings settings) {
    var configuration = new SecretSignatureConfiguration("generator");
    configuration.setBase64(true);
    configuration.setSecret(Base64.getEncoder().encodeToString(derived(settings.secretKey())));
    return new SecretSignature(configuration);
  }

  private static byte[] derived(String secretKey) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has HmacSHA256", missing);
    }
  }
}
