package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Actions that stand still for longer than the public port lets an answer be silent, and programs
/// that wait for them all the same. No setting of this Slipway says how long anything may take.
/// Everything waits at once: the class takes as long as one silence.
class SilenceIT {

  /// Longer than `slipway.silence`, and no multiple of the longest poll.
  private static final Duration SILENCE = Duration.ofSeconds(80);

  private static final Duration AT_LEAST = Duration.ofSeconds(75);
  private static final Duration LONGEST_POLL = Duration.ofSeconds(30);
  private static final int FEWEST_COMMENTS = 4;

  private static final SharedSlipway SLIPWAY = SharedSlipway.running();
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private static Ordered parked;
  private static SimulatedLocation full;
  private static Follower ofParked;
  private static Follower ofDated;
  private static CompletableFuture<List<Poll>> polls;

  /// One long poll.
  private record Poll(Duration took, JsonNode action) {

    String status() {
      return action.path("status").asText();
    }

    long version() {
      return action.path("version").asLong();
    }
  }

  @BeforeAll
  static void everybodyBeginsToWait() {
    Buyer tenant = SLIPWAY.as(People.TENANT);
    full = SLIPWAY.quietLocation().fast();
    full.failAlways("create_machine", "quota");
    parked = tenant.orders("silence-parked", full.code());
    tenant.awaits(parked, "parked");
    ofParked = follow(tenant, parked);
    Ordered dated = dated(tenant, SLIPWAY.quietLocation().fast());
    ofDated = follow(tenant, dated);
    polls = CompletableFuture.supplyAsync(() -> polledUntilBegun(tenant, dated));
  }

  @AfterAll
  static void nobodyListensAnyMore() {
    full.clear();
    CLIENT.shutdownNow();
  }

  /// An order that nobody touches before its time.
  private static Ordered dated(Buyer tenant, SimulatedLocation location) {
    Map<String, Object> order = new HashMap<>(Buyer.order("silence-dated", location.code()));
    order.put("not_before", Instant.now().plus(SILENCE).toString());
    return Ordered.of(tenant.api().post("/servers", order).expect(201).body());
  }

  private static Follower follow(Buyer tenant, Ordered ordered) {
    return Follower.of(CLIENT, SLIPWAY.process().address(), ordered, tenant.api().token());
  }

  private static List<Poll> polledUntilBegun(Buyer tenant, Ordered ordered) {
    List<Poll> made = new ArrayList<>();
    do {
      long begin = System.nanoTime();
      JsonNode action =
          tenant
              .api()
              .get("/actions/" + ordered.action() + "?wait=" + LONGEST_POLL.toSeconds() + "s")
              .expect(200)
              .body()
              .path("action");
      made.add(new Poll(Duration.ofNanos(System.nanoTime() - begin), action));
    } while (made.getLast().status().equals("queued"));
    return made;
  }

  @Test
  void the_longest_poll_is_answered_again_and_again_and_at_the_change_at_once() {
    List<Poll> made = polls.join();

    assertThat(made).hasSize(3);
    assertThat(made.subList(0, 2))
        .allSatisfy(poll -> {
          assertThat(poll.took())
              .isBetween(LONGEST_POLL.minusMillis(500), LONGEST_POLL.plusSeconds(5));
          assertThat(poll.version()).isEqualTo(made.getFirst().version());
        });
    assertThat(made.getLast().took()).isLessThan(LONGEST_POLL);
    assertThat(made.getLast().version()).isGreaterThan(made.getFirst().version());
    assertThat(made.stream().map(Poll::took).reduce(Duration.ZERO, Duration::plus))
        .isGreaterThan(AT_LEAST);
  }

  @Test
  void a_stream_outlives_the_time_before_an_order_begins() {
    outlivesSilence(ofDated);
  }

  @Test
  void a_stream_outlives_the_time_before_somebody_decides() {
    until(() -> ofParked.silence().compareTo(SILENCE) > 0);
    full.clear();
    Buyer operator = SLIPWAY.as(People.ADMIN);
    operator.retries(parked, operator.action(parked));

    outlivesSilence(ofParked);
  }

  private static void outlivesSilence(Follower follower) {
    until(follower::hasEnded);

    assertThat(follower.lastStatus()).isEqualTo("succeeded");
    assertThat(follower.longestSilence()).isGreaterThan(AT_LEAST);
    assertThat(follower.signsOfLife()).isGreaterThanOrEqualTo(FEWEST_COMMENTS);
  }

  private static void until(Callable<Boolean> condition) {
    Awaitility.await()
        .atMost(Duration.ofMinutes(3))
        .pollInterval(Duration.ofMillis(200))
        .until(condition);
  }
}
