package dev.slipway.activities.idempotency;

import static dev.slipway.activities.storage.Storage.NORTH;
import static dev.slipway.activities.storage.Storage.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.activities.server.ServerFixtures;
import dev.slipway.activities.storage.MovableClock;
import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.idempotency.IdempotencyKeys;
import dev.slipway.workflows.idempotency.IdempotencyKeys.Claim;
import dev.slipway.workflows.idempotency.IdempotencyKeys.Request;
import dev.slipway.workflows.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcIdempotencyKeysTest {

  private static final MovableClock CLOCK = new MovableClock(ServerFixtures.NOON);

  @RegisterExtension static final Storage STORAGE = new Storage().with(CLOCK);

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final IdempotencyKeys keys = STORAGE.get(IdempotencyKeys.class);
  private final String key = "key-" + NUMBERS.incrementAndGet();

  @Test
  void a_new_request_is_granted_and_then_in_progress() {
    assertThat(keys.claim(request("hash"))).isEqualTo(new Claim.Granted());
    assertThat(keys.claim(request("hash"))).isEqualTo(new Claim.InProgress());
  }

  @Test
  void of_twenty_claims_at_once_one_is_granted() throws Exception {
    List<Claim> claims = new ArrayList<>();
    Callable<Claim> claim = () -> keys.claim(request("hash"));
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var future : threads.invokeAll(Collections.nCopies(20, claim))) {
        claims.add(future.get());
      }
    }

    assertThat(claims).filteredOn(Claim.Granted.class::isInstance).hasSize(1);
    assertThat(claims).filteredOn(Claim.InProgress.class::isInstance).hasSize(19);
  }

  @Test
  void an_answered_request_gets_its_answer_again() {
    keys.claim(request("hash"));

    keys.answer(request("hash"), 201, "/api/v1/actions/act_1", "{\"server\":{}}");

    assertThat(keys.claim(request("hash")))
        .isEqualTo(new Claim.Answered(201, "/api/v1/actions/act_1", "{\"server\":{}}"));
  }

  @Test
  void a_key_is_for_one_body() {
    keys.claim(request("hash"));
    assertThat(keys.claim(request("other"))).isEqualTo(new Claim.Reused());

    keys.answer(request("hash"), 201, "", "{}");
    assertThat(keys.claim(request("other"))).isEqualTo(new Claim.Reused());
  }

  @Test
  void a_key_is_for_one_tenant_and_one_route() {
    keys.claim(request("hash"));

    assertThat(keys.claim(new Request(SOUTH, "POST /servers", key, "hash")))
        .isEqualTo(new Claim.Granted());
    assertThat(keys.claim(new Request(NORTH, "DELETE /servers/{id}", key, "hash")))
        .isEqualTo(new Claim.Granted());
  }

  @Test
  void a_released_key_may_be_used_for_the_corrected_request() {
    keys.claim(request("hash"));

    keys.release(request("hash"));

    assertThat(keys.claim(request("corrected"))).isEqualTo(new Claim.Granted());
  }

  @Test
  void an_answer_is_not_released() {
    keys.claim(request("hash"));
    keys.answer(request("hash"), 201, "", "{}");

    keys.release(request("hash"));

    assertThat(keys.claim(request("hash"))).isInstanceOf(Claim.Answered.class);
  }

  @Test
  void a_claim_without_an_answer_lapses_after_a_minute() {
    keys.claim(request("hash"));

    CLOCK.pass(Duration.ofSeconds(59));
    assertThat(keys.claim(request("hash"))).isEqualTo(new Claim.InProgress());
    CLOCK.pass(Duration.ofSeconds(2));
    assertThat(keys.claim(request("hash"))).isEqualTo(new Claim.Granted());
  }

  @Test
  void of_two_calls_that_were_granted_the_second_to_answer_is_rolled_back() {
    keys.claim(request("hash"));
    CLOCK.pass(Duration.ofSeconds(61));
    keys.claim(request("hash"));

    keys.answer(request("hash"), 201, "", "first");

    assertThatThrownBy(() -> keys.answer(request("hash"), 201, "", "second"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(keys.claim(request("hash"))).isEqualTo(new Claim.Answered(201, "", "first"));
  }

  @Test
  void an_answer_is_lost_with_its_effect() {
    keys.claim(request("hash"));

    assertThatThrownBy(() ->
            STORAGE.as(
                NORTH,
                () -> {
                  keys.answer(request("hash"), 201, "", "{}");
                  throw new IllegalStateException("the effect failed");
                }))
        .hasMessage("the effect failed");

    assertThat(keys.claim(request("hash"))).isEqualTo(new Claim.InProgress());
  }

  @Test
  void a_claim_outlives_the_callers_transaction() {
    assertThatThrownBy(() ->
            STORAGE.as(
                NORTH,
                () -> {
                  keys.claim(request("hash"));
                  throw new IllegalStateException("the caller failed");
                }))
        .hasMessage("the caller failed");

    assertThat(keys.claim(request("hash"))).isEqualTo(new Claim.InProgress());
  }

  @Test
  void keys_are_kept_for_two_days() {
    keys.claim(request("hash"));
    keys.answer(request("hash"), 201, "", "{}");

    CLOCK.pass(Duration.ofHours(47));
    keys.purge();
    assertThat(keys.claim(request("hash"))).isInstanceOf(Claim.Answered.class);
    CLOCK.pass(Duration.ofHours(2));
    assertThat(keys.purge()).isPositive();
    assertThat(keys.claim(request("hash"))).isEqualTo(new Claim.Granted());
  }

  private Request request(String hash) {
    TenantId tenant = NORTH;
    return new Request(tenant, "POST /servers", key, hash);
  }
}
