package dev.slipway.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a browser may keep of the panel. A file that it keeps unasked has an address that names its
/// content; for any other it asks, and is told by what the file holds.
@Tag("browser")
class PanelFilesIT {

  private static final String FILES =
      """
      () => [...new Set(performance.getEntriesByType('resource').map(entry => entry.name)
        .filter(name => name.startsWith(location.origin) && /\\.(css|js|svg|woff2)(\\?|$)/.test(name)))]
      """;

  private final RunningSlipway slipway = RunningSlipway.shared();

  @Test
  void no_file_of_the_panel_outlives_the_release_that_it_belongs_to() throws Exception {
    try (var visit = slipway.visit(Person.TENANT).open("/servers");
        var client = HttpClient.newHttpClient()) {
      assertThat(visit.see(".sw-filter")).isVisible();
      var drawn = ((List<?>) visit.page().evaluate(FILES)).stream().map(String::valueOf);
      var files = Stream.concat(drawn, Stream.of(slipway.address() + "/icons.svg")).toList();

      assertThat(files)
          .anyMatch(file -> file.contains("tokens.css"))
          .anyMatch(file -> file.contains(".woff2"))
          .anyMatch(file -> file.contains("slipway.js"));
      for (var file : files) {
        isKeptWell(client, file);
      }
    }
  }

  private static void isKeptWell(HttpClient client, String file) throws Exception {
    var answer = ask(client, file, "\"another\"");
    assertThat(answer.statusCode()).as(file).isEqualTo(200);
    var kept = answer.headers().firstValue("Cache-Control").orElse("");
    if (kept.contains("immutable") || kept.contains("max-age=31536000")) {
      assertThat(file).containsPattern("/VAADIN/build/.*-[\\w-]{8}\\.|[?&]v-c=");
    } else {
      assertThat(kept).as(file).containsAnyOf("no-cache", "max-age=0");
      var tag = answer.headers().firstValue("ETag").orElseThrow();
      assertThat(ask(client, file, tag).statusCode()).as(file).isEqualTo(304);
      assertThat(answer.headers().firstValue("Last-Modified")).as(file).isEmpty();
    }
  }

  private static HttpResponse<byte[]> ask(HttpClient client, String file, String tag)
      throws Exception {
    var request = HttpRequest.newBuilder(URI.create(file)).header("If-None-Match", tag).build();
    return client.send(request, BodyHandlers.ofByteArray());
  }
}
