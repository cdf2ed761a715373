package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("browser")
class FailingPageIT {

  private static final String AWAY = "alter table plan rename to plan_away";
  private static final String BACK = "alter table plan_away rename to plan";
  private static final String LINK =
      """
      () => {
        const link = document.createElement('a');
        link.id = 'link';
        link.href = 'servers?state=off';
        link.textContent = 'Servers that are off';
        document.querySelector('main').append(link);
      }
      """;
  private static final Pattern LIST = Pattern.compile(".*/servers\\?state=off$");

  private final RunningSlipway slipway = RunningSlipway.shared();

  @Test
  void a_page_that_fails_leaves_every_other_page_a_click_away_and_is_tried_again_where_it_is() {
    try (var visit = slipway.visit(Person.TENANT).open("/ssh-keys")) {
      assertThat(visit.see("main h1")).hasText("SSH keys");
      slipway.execute(AWAY);
      try {
        visit.page().evaluate(LINK);
        visit.see("#link").click();
        assertThat(visit.see("main h1")).hasText("The page could not be shown");
        assertThat(visit.page()).hasURL(LIST);
        assertThat(visit.see("#person")).isVisible();
        visit.picture("failure-in-frame");

        visit.see("vaadin-side-nav-item[path='ssh-keys']").click();
        assertThat(visit.see("main h1")).hasText("SSH keys");
        visit.page().goBack();
        assertThat(visit.see("main h1")).hasText("The page could not be shown");
      } finally {
        slipway.execute(BACK);
      }
      visit.see("#again").click();

      assertThat(visit.see(".sw-list")).isVisible();
      assertThat(visit.page()).hasURL(LIST);
    }
  }
}
