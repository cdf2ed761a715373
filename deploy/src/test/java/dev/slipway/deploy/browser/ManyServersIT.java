package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The list of a tenant with ten thousand servers.
@Tag("browser")
class ManyServersIT {

  private static final String TENANT = "ten_many";
  private static final String EMAIL = "many@slipway.test";
  private static final int SIZE = 10_000;

  private final RunningSlipway slipway = RunningSlipway.shared();

  @BeforeEach
  void fill() {
    slipway.execute(
        """
        insert into tenant (id, name, path) values ('%1$s', 'Many', 'many');
        insert into user_account (id, tenant_id, email, name, role, password_hash)
        select 'usr_many', '%1$s', '%2$s', name, role, password_hash
        from user_account where email = '%3$s';
        insert into server (id, tenant_id, name, status, plan, vcpus, memory_mib, disk_gib, image,
          location, ipv4, ipv6, labels, protected, state_observed_at, created_at, updated_at)
        select 'srv_many' || number, '%1$s', 'web-' || number, 'running', 's-1', 1, 1024, 25,
          'debian-13', 'sim-1', '198.18.' || number / 250 %% 250 || '.' || number %% 250,
          '2001:db8:1:' || to_hex(number %% 65536) || '::1', '{"env": "production"}', false,
          now(), now() - number * interval '1 second', now()
        from generate_series(1, %4$d) number;
        analyze server
        """
            .formatted(TENANT, EMAIL, Person.TENANT.email(), SIZE));
  }

  @AfterEach
  void empty() {
    slipway.execute(
        """
        delete from server where tenant_id = '%1$s';
        delete from user_account where tenant_id = '%1$s';
        delete from tenant where id = '%1$s'
        """
            .formatted(TENANT));
  }

  @ParameterizedTest
  @EnumSource(Screen.class)
  void a_list_of_ten_thousand_is_read_to_its_end_and_narrowed(Screen screen) {
    try (var visit = slipway.visit(null, screen.window()).open("/servers")) {
      visit.enter(EMAIL, Person.TENANT.password());
      assertThat(server(visit, "web-1")).isVisible();
      visit.picture("servers-many");

      visit.button("Last page").click();

      assertThat(visit.text("200 of 200")).isVisible();
      assertThat(visit.text("Showing 9,951–10,000 of 10,000")).isVisible();
      wheel(visit);
      server(visit, "web-10000").scrollIntoViewIfNeeded();
      assertThat(server(visit, "web-10000")).isInViewport();
      visit.picture("servers-many-end");
      assertThat(Axe.violations(visit.page())).isEmpty();
      assertThat(visit.overflow()).isNotPositive();
      visit.see(".sw-filter input").fill("web-9999");
      visit.arrives(Pattern.compile(".*q=web-9999.*"));
      assertThat(server(visit, "web-9999")).isVisible();
      assertThat(server(visit, "web-10000")).hasCount(0);
      visit.see(".sw-filter input").fill("no such server");
      assertThat(visit.text("10,000 servers are hidden by the filter.")).isVisible();
      visit.hasNoErrors();
    }
  }

  private static Locator server(Visit visit, String name) {
    return visit.page().locator("a.sw-cell-name:visible:text-is('" + name + "')");
  }

  private static void wheel(Visit visit) {
    var box = visit.see("main .sw-list").boundingBox();
    visit.page().mouse().move(box.x + box.width / 2, Math.min(box.y + 200, 500));
    for (int turn = 0; turn < 20; turn++) {
      visit.page().mouse().wheel(0, 400);
    }
  }
}
