package dev.slipway.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.workflows.tenant.Role;
import dev.slipway.workflows.tenant.TenantId;
import dev.slipway.workflows.tenant.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Who shares requests with whom, and what they cost.
class TenantLimitTest {

  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-06-01T12:00:00Z"), ZoneOffset.UTC);

  private final RateLimits limits = limits(20, 30);

  private static RateLimits limits(int requests, int tenant) {
    return new RateLimits(new RateSettings(requests, tenant, 5, Duration.ofMinutes(1)), NOON);
  }

  private static Caller user(String id, String tenant) {
    return new Caller(new UserId("usr_" + id), new TenantId("ten_" + tenant), Role.TENANT_USER);
  }

  private static Caller operator(String id) {
    return new Caller(new UserId("usr_" + id), new TenantId("ten_platform"), Role.OPERATOR);
  }

  @Test
  void a_change_counts_as_five_reads() {
    assertThat(limits.take(user("1", "a"), false).remaining()).isEqualTo(19);
    assertThat(limits.take(user("1", "a"), true).remaining()).isEqualTo(14);
    assertThat(limits.take("192.0.2.1", true).remaining()).isEqualTo(15);
  }

  @Test
  void who_has_too_little_left_for_a_change_may_read() {
    IntStream.range(0, 17).forEach(_ -> limits.take(user("1", "a"), false));

    var change = limits.take(user("1", "a"), true);

    assertThat(change.isAdmitted()).isFalse();
    assertThat(change.next()).isEqualTo(Duration.ofSeconds(6));
    assertThat(limits.take(user("1", "a"), false).isAdmitted()).isTrue();
  }

  @Test
  void users_of_a_tenant_share_what_it_has() {
    IntStream.range(0, 4).forEach(_ -> limits.take(user("1", "a"), true));

    var second = limits.take(user("2", "a"), true);
    limits.take(user("2", "a"), true);
    var third = limits.take(user("3", "a"), false);

    assertThat(second.remaining()).as("of the tenant's").isEqualTo(5);
    assertThat(second.limit()).isEqualTo(30);
    assertThat(third.isAdmitted()).isFalse();
    assertThat(limits.take(user("4", "b"), false).isAdmitted()).as("another tenant").isTrue();
  }

  @Test
  void what_the_tenant_has_not_left_is_not_taken_from_the_user() {
    var limits = limits(20, 10);
    IntStream.range(0, 10).forEach(_ -> limits.take(user("1", "a"), false));

    IntStream.range(0, 50).forEach(_ -> limits.take(user("2", "a"), false));

    assertThat(limits.take(user("2", "b"), false).limit()).isEqualTo(10);
    assertThat(limits.take(user("2", "b"), false).remaining()).isEqualTo(8);
  }

  @Test
  void operators_are_not_held_up_by_one_another() {
    IntStream.range(0, 10)
        .forEach(user -> {
          IntStream.range(0, 4).forEach(_ -> limits.take(operator("o" + user), true));
        });

    assertThat(limits.take(operator("another"), true).isAdmitted()).isTrue();
  }

  @Test
  void a_change_that_costs_more_than_there_can_be_is_one_all_the_same() {
    var limits = limits(3, 0);

    assertThat(limits.take(user("1", "a"), true).isAdmitted()).isTrue();
    assertThat(limits.take(user("1", "a"), false).isAdmitted()).isFalse();
  }

  @Test
  void strangers_never_push_a_user_out_of_what_is_known() {
    IntStream.range(0, 4).forEach(_ -> limits.take(user("1", "a"), true));

    IntStream.range(0, 20_000)
        .forEach(i -> limits.take("10." + i / 65_536 + "." + i / 256 % 256 + "." + i % 256, false));

    assertThat(limits.take(user("1", "a"), false).isAdmitted()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
    "[2001:db8:1:2::1], 2001:db8:1:2::1, true",
    "fe80::1%eth0, fe80::2, true",
    "2001:db8:1:2::1, 2001:db8:1:3::1, false",
    "192.0.2.1, 192.0.2.2, false",
    "::ffff:192.0.2.1, ::ffff:192.0.2.2, false",
    "::1, ::2, false"
  })
  void strangers_of_one_network_of_ipv6_are_one(String one, String other, boolean isOne) {
    IntStream.range(0, 20).forEach(_ -> limits.take(one, false));

    assertThat(limits.take(other, false).isAdmitted()).isEqualTo(!isOne);
  }

  @Test
  void pages_take_from_the_same_bucket() {
    var pages = new PageLimits(limits);
    IntStream.range(0, 3).forEach(_ -> limits.take(user("1", "a"), true));

    pages.change(user("1", "a"));

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> pages.change(user("1", "a")))
        .withMessageContaining("Too many requests. Try again in 15 s.")
        .extracting(ProblemException::type)
        .isEqualTo(ProblemType.RATE_LIMIT_EXCEEDED);
    assertThat(limits.take(user("1", "a"), false).isAdmitted()).isFalse();
  }

  @Test
  void a_sign_in_on_the_page_is_one_of_its_address() {
    var pages = new PageLimits(limits);
    IntStream.range(0, 4).forEach(_ -> pages.signIn("192.0.2.1"));

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> pages.signIn("192.0.2.1"))
        .withMessageContaining("Too many requests.");
    assertThat(limits.take("192.0.2.1", false).isAdmitted()).isFalse();
  }

  @Test
  void pages_are_not_limited_where_nothing_is() {
    var pages = new PageLimits(limits(0, 1));

    IntStream.range(0, 100)
        .forEach(_ -> {
          pages.change(user("1", "a"));
          pages.signIn("192.0.2.1");
        });
  }
}
