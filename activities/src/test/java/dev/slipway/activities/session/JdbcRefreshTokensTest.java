package dev.slipway.activities.session;

import static dev.slipway.activities.server.ServerFixtures.NOON;
import static dev.slipway.activities.storage.Storage.NORTH;
import static dev.slipway.activities.storage.Storage.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.Sql;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.session.RefreshTokens;
import dev.slipway.workflows.session.RefreshTokens.RefreshToken;
import dev.slipway.workflows.tenant.Role;
import dev.slipway.workflows.tenant.User;
import dev.slipway.workflows.tenant.UserId;
import dev.slipway.workflows.tenant.Users;
import java.time.Instant;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcRefreshTokensTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private static final UserId USER = new UserId("usr_1");
  private static final UserId OTHER = new UserId("usr_2");

  private final RefreshTokens tokens = STORAGE.get(RefreshTokens.class);

  @BeforeAll
  static void a_user() {
    STORAGE
        .get(Users.class)
        .save(new User(USER, NORTH, "a@example.org", "A", Role.TENANT_USER, null), "hash");
  }

  @Test
  void a_token_is_current_until_it_is_replaced() {
    RefreshToken token = token("hash-1", "family-1");

    tokens.save(token);
    assertThat(tokens.lock("hash-1")).contains(token);

    tokens.replaced("hash-1", NOON);
    tokens.replaced("hash-1", NOON.plusSeconds(60));
    assertThat(tokens.lock("hash-1").orElseThrow())
        .matches(replaced ->
            !replaced.isCurrent() && replaced.replacedAt().equals(NOON.plusSeconds(60)));
    assertThat(tokens.lock("unknown")).isEmpty();
  }

  @Test
  void a_revoked_family_is_gone_and_no_other() {
    tokens.save(token("hash-2", "family-2"));
    tokens.save(token("hash-3", "family-2"));
    tokens.save(token("hash-4", "family-3"));

    tokens.revoke("family-2");

    assertThat(tokens.lock("hash-2")).isEmpty();
    assertThat(tokens.lock("hash-3")).isEmpty();
    assertThat(tokens.lock("hash-4")).isPresent();
  }

  @Test
  void a_users_other_families_are_revoked_and_nobody_elses() {
    STORAGE
        .get(Users.class)
        .save(new User(OTHER, NORTH, "b@example.org", "B", Role.TENANT_USER, null), "hash");
    tokens.save(token("hash-6", "family-6"));
    tokens.save(token("hash-7", "family-7"));
    tokens.save(
        new RefreshToken("hash-8", "family-8", OTHER, NOON.plusSeconds(3_600), true, Instant.MAX));

    tokens.revokeOthers(USER, "family-6");

    assertThat(tokens.isAlive("family-6")).isTrue();
    assertThat(tokens.isAlive("family-7")).isFalse();
    assertThat(tokens.isAlive("family-8")).isTrue();
    tokens.revokeOthers(USER, null);
    assertThat(tokens.isAlive("family-6")).isFalse();
  }

  @Test
  void what_expired_is_purged() {
    tokens.save(
        new RefreshToken("hash-9", "family-9", USER, NOON.minusSeconds(1), true, Instant.MAX));
    tokens.save(token("hash-10", "family-10"));

    assertThat(tokens.purge(NOON)).isEqualTo(1);

    assertThat(tokens.isAlive("family-9")).isFalse();
    assertThat(tokens.isAlive("family-10")).isTrue();
  }

  @Test
  void tokens_are_seen_by_who_sees_their_user() {
    tokens.save(token("hash-5", "family-5"));

    assertThat(STORAGE.as(NORTH, JdbcRefreshTokensTest::count)).isPositive();
    assertThat(STORAGE.as(SOUTH, JdbcRefreshTokensTest::count)).isZero();
  }

  private static long count() {
    return STORAGE
        .get(Sql.class)
        .of("select count(*) as n from refresh_token")
        .one(row -> row.large("n"))
        .orElseThrow();
  }

  private static RefreshToken token(String hash, String family) {
    return new RefreshToken(hash, family, USER, NOON.plusSeconds(3_600), true, Instant.MAX);
  }
}
