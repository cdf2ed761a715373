package dev.slipway.deploy.bench.bare;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

/// What somebody would write who needs one endpoint, one workflow or one task, and nothing else:
/// the frameworks that Slipway uses, set as Slipway sets them.
public final class BareApplication {

  /// The environment its beans need, so that no other context of the tests has them.
  static final String ENVIRONMENT = "bare";

  /// How the line begins that says where it is.
  public static final String READY = "Bare is ready at ";

  private static final String SECRET = "a secret that signs the tokens of a benchmark";

  private BareApplication() {}

  /// Starts it and says where it is.
  ///
  /// @param arguments the database's address, user and password, and where Temporal is
  public static void main(String[] arguments) throws Exception {
    Map<String, Object> settings = new HashMap<>(web());
    settings.put("datasources.default.url", arguments[0]);
    settings.put("datasources.default.username", arguments[1]);
    settings.put("datasources.default.password", arguments[2]);
    settings.put("datasources.default.maximum-pool-size", 20);
    settings.put("bare.temporal", arguments[3]);
    ApplicationContext context =
        ApplicationContext.builder()
            .deduceEnvironment(false)
            .environments(ENVIRONMENT)
            .properties(settings)
            .start();
    EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
    BareFront front = BareFront.before(server.getURI());
    Runtime.getRuntime().addShutdownHook(new Thread(context::close));
    System.out.println(READY + front.address());
  }

  /// A token that it takes.
  public static String token() throws JOSEException {
    Instant now = Instant.now();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader(JWSAlgorithm.HS256),
            new JWTClaimsSet.Builder()
                .subject("usr_bare")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofHours(12))))
                .build());
    token.sign(new MACSigner(SECRET));
    return token.serialize();
  }

  private static Map<String, Object> web() {
    return Map.ofEntries(
        Map.entry("micronaut.application.name", "bare"),
        Map.entry("micronaut.server.host", "127.0.0.1"),
        Map.entry("micronaut.server.port", -1),
        Map.entry("micronaut.security.basic-auth.enabled", false),
        Map.entry("micronaut.security.endpoints.login.enabled", false),
        Map.entry("micronaut.security.endpoints.logout.enabled", false),
        Map.entry("micronaut.security.endpoints.oauth.enabled", false),
        Map.entry("micronaut.security.endpoints.introspection.enabled", false),
        Map.entry("micronaut.security.token.jwt.nimbus.validator.enabled", true),
        Map.entry("micronaut.security.token.jwt.signatures.secret.generator.secret", SECRET),
        Map.entry("endpoints.all.enabled", false));
  }
}
