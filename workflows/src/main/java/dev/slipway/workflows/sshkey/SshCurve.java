package dev.slipway.workflows.sshkey;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.EllipticCurve;
import java.util.Arrays;

/// One of NIST's curves, as the JDK knows them.
record SshCurve(EllipticCurve curve, BigInteger prime) {

  static SshCurve of(int bits) {
    try {
      AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
      parameters.init(new ECGenParameterSpec("secp" + bits + "r1"));
      EllipticCurve curve = parameters.getParameterSpec(ECParameterSpec.class).getCurve();
      return new SshCurve(curve, ((ECFieldFp) curve.getField()).getP());
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every JDK has secp" + bits + "r1", missing);
    }
  }

  /// Whether an uncompressed point lies on the curve: y² = x³ + ax + b.
  boolean holds(byte[] point) {
    int half = (point.length - 1) / 2;
    var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + half));
    var y = new BigInteger(1, Arrays.copyOfRange(point, 1 + half, point.length));
    if (x.compareTo(prime) >= 0 || y.compareTo(prime) >= 0) {
      return false;
    }
    BigInteger right = x.pow(3).add(curve.getA().multiply(x)).add(curve.getB()).mod(prime);
    return y.multiply(y).mod(prime).equals(right);
  }
}
