package dev.slipway.workflows.sshkey;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The inside of a public key, read to its last byte.
final class SshKeyBlob {

  private static final int LEAST_RSA_BITS = 2_048;
  private static final int MOST_RSA_BITS = 16_384;
  private static final int ED25519_BYTES = 32;

  private final ByteBuffer rest;

  private SshKeyBlob(byte[] blob) {
    this.rest = ByteBuffer.wrap(blob);
  }

  /// @throws IllegalArgumentException with a sentence a person can act on
  static void require(String type, byte[] blob) {
    var inside = new SshKeyBlob(blob);
    try {
      inside.requireType(type);
      inside.requireBody(type);
    } catch (BufferUnderflowException cut) {
      throw new IllegalArgumentException("The key is cut short", cut);
    }
    if (inside.rest.hasRemaining()) {
      throw new IllegalArgumentException("There is something behind the key");
    }
  }

  private void requireType(String type) {
    if (!isKnown(type)) {
      throw new IllegalArgumentException(
          "Keys are of the type ssh-ed25519, ecdsa-sha2-nistp256, -nistp384, -nistp521, ssh-rsa,"
              + " sk-ssh-ed25519@openssh.com or sk-ecdsa-sha2-nistp256@openssh.com");
    }
    if (!text().equals(type)) {
      throw new IllegalArgumentException("The key is of another type than it says");
    }
  }

  private static boolean isKnown(String type) {
    return switch (type) {
      case "ssh-ed25519",
          "ssh-rsa",
          "ecdsa-sha2-nistp256",
          "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp521",
          "sk-ssh-ed25519@openssh.com",
          "sk-ecdsa-sha2-nistp256@openssh.com" ->
          true;
      default -> false;
    };
  }

  private void requireBody(String type) {
    if (type.equals("ssh-rsa")) {
      requireRsa();
    } else if (type.contains("ed25519")) {
      requireEd25519();
    } else {
      requirePoint(type.contains("384") ? 384 : type.contains("521") ? 521 : 256);
    }
    if (type.startsWith("sk-") && text().isEmpty()) {
      throw new IllegalArgumentException("The key names no application");
    }
  }

  private void requireRsa() {
    BigInteger exponent = number();
    BigInteger modulus = number();
    if (exponent.compareTo(BigInteger.valueOf(3)) < 0 || !exponent.testBit(0)) {
      throw new IllegalArgumentException("The exponent of the RSA key makes no sense");
    }
    if (modulus.bitLength() < LEAST_RSA_BITS || modulus.bitLength() > MOST_RSA_BITS) {
      throw new IllegalArgumentException(
          "An RSA key has " + LEAST_RSA_BITS + " to " + MOST_RSA_BITS + " bits");
    }
    if (!modulus.testBit(0)) {
      throw new IllegalArgumentException("The modulus of the RSA key makes no sense");
    }
  }

  private void requireEd25519() {
    if (string().length != ED25519_BYTES) {
      throw new IllegalArgumentException("An Ed25519 key has 32 bytes");
    }
  }

  private void requirePoint(int bits) {
    if (!text().equals("nistp" + bits)) {
      throw new IllegalArgumentException("The key is on another curve than it says");
    }
    byte[] point = string();
    if (point.length != 1 + 2 * ((bits + 7) / 8) || point[0] != 4) {
      throw new IllegalArgumentException("The point of the key is not complete");
    }
    if (!SshCurve.of(bits).holds(point)) {
      throw new IllegalArgumentException("The point of the key is not on its curve");
    }
  }

  private BigInteger number() {
    byte[] bytes = string();
    BigInteger number = bytes.length == 0 ? BigInteger.ZERO : new BigInteger(bytes);
    if (number.signum() <= 0 || number.toByteArray().length != bytes.length) {
      throw new IllegalArgumentException("A number of the key makes no sense");
    }
    return number;
  }

  private String text() {
    return new String(string(), StandardCharsets.US_ASCII);
  }

  private byte[] string() {
    int length = rest.getInt();
    if (length < 0 || length > rest.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] bytes = new byte[length];
    rest.get(bytes);
    return bytes;
  }
}
