package dev.slipway.activities.storage;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/// Encrypts what must not be read in a copy of the database: AES-256 in GCM (NIST SP 800-38D) under
/// a key drawn from `slipway.secret-key` by HKDF (RFC 5869). Each value is bound to its place, so
/// that it cannot be moved to another row.
@Singleton
public final class Encryption {

  private static final byte VERSION = 1;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int SHORTEST_KEY = 16;

  private final SecretKey key;
  private final SecureRandom random = new SecureRandom();

  Encryption(@Value("${slipway.secret-key}") String secret) {
    if (secret.length() < SHORTEST_KEY) {
      throw new IllegalArgumentException(
          "slipway.secret-key has less than " + SHORTEST_KEY + " characters");
    }
    key = keyOf(secret);
  }

  private static SecretKey keyOf(String secret) {
    try {
      var derivation =
          HKDFParameterSpec.ofExtract()
              .addIKM(secret.getBytes(StandardCharsets.UTF_8))
              .thenExpand("slipway rows".getBytes(StandardCharsets.UTF_8), 32);
      return KDF.getInstance("HKDF-SHA256").deriveKey("AES", derivation);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("deriving the key of stored secrets", e);
    }
  }

  /// The sealed text.
  ///
  /// @param place where it is kept, such as `server/srv_…/user_data`
  public byte[] seal(String plain, String place) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, nonce, place).doFinal(plain.getBytes(StandardCharsets.UTF_8));
      return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
          .put(VERSION)
          .put(nonce)
          .put(sealed)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("sealing " + place, e);
    }
  }

  /// The text that was sealed for this place.
  ///
  /// @throws IllegalStateException when it was sealed under another key or for another place
  public String open(byte[] sealed, String place) {
    ByteBuffer buffer = ByteBuffer.wrap(sealed);
    byte version = buffer.get();
    if (version != VERSION) {
      throw new IllegalStateException(place + " is sealed in the unknown form " + version);
    }
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    byte[] body = new byte[buffer.remaining()];
    buffer.get(body);
    try {
      return new String(
          cipher(Cipher.DECRYPT_MODE, nonce, place).doFinal(body), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("opening " + place + ": was slipway.secret-key changed?", e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce, String place) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }
}
