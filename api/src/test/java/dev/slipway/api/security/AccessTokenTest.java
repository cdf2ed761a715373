package dev.slipway.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.slipway.api.ApiServer;
import io.micronaut.security.token.generator.TokenGenerator;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessTokenTest {

  private final ApiServer api = ApiServer.shared();
  private final ApiServer.Person person = api.tenantUser();

  private void assertRefused(String token) {
    var answer = api.anonymous().with("Authorization", "Bearer " + token).get("/api/v1/me");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.text("/code")).isEqualTo("unauthenticated");
    assertThat(answer.header("WWW-Authenticate")).doesNotContain("Basic");
  }

  private JWTClaimsSet claims() {
    return new JWTClaimsSet.Builder()
        .subject(person.user().id().value())
        .claim("tenant", person.tenant().value())
        .claim("role", "administrator")
        .expirationTime(Date.from(Instant.now().plusSeconds(600)))
        .build();
  }

  @Test
  void an_unsigned_token_is_refused() {
    assertRefused(new PlainJWT(claims()).serialize());
  }

  @Test
  void a_token_signed_with_another_key_is_refused() throws Exception {
    var forged = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims());
    forged.sign(new MACSigner("another key that has thirty-two bytes"));

    assertRefused(forged.serialize());
  }

  @Test
  void an_expired_token_is_refused() {
    String expired = signed("tenant_user", Instant.now().minusSeconds(1));

    assertRefused(expired);
  }

  @Test
  void a_token_of_an_unknown_role_opens_nothing() {
    String strange = signed("king", Instant.now().plusSeconds(60));

    assertThat(
            api.anonymous()
                .with("Authorization", "Bearer " + strange)
                .get("/api/v1/servers")
                .status())
        .isEqualTo(403);
    assertRefused(strange);
  }

  @Test
  void nonsense_is_refused() {
    assertRefused("nonsense");
    assertRefused("a.b.c");
    assertThat(api.anonymous().with("Authorization", "Basic dTpw").get("/api/v1/me").status())
        .isEqualTo(401);
  }

  private String signed(String role, Instant until) {
    return api.bean(TokenGenerator.class)
        .generateToken(
            Map.of(
                "sub", person.user().id().value(),
                "tenant", person.tenant().value(),
                "role", role,
                "exp", Date.from(until)))
        .orElseThrow();
  }
}
