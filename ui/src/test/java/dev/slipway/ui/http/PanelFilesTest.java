package dev.slipway.ui.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.mocks.MockHttpSession;
import com.vaadin.browserless.mocks.MockRequest;
import com.vaadin.browserless.mocks.MockResponse;
import com.vaadin.flow.server.VaadinService;
import com.vaadin.flow.server.VaadinServletService;
import dev.slipway.ui.shell.PanelTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PanelFilesTest extends PanelTest {
  private static final String ICONS = "<svg id=\"icons\"/>";

  @TempDir Path release;
  @TempDir Path other;

  @Test
  void what_is_in_a_file_tells_whether_it_changed_and_not_when_it_was_made() throws IOException {
    var kept = tagOf(file(release, ICONS, Instant.EPOCH));

    assertThat(isKept(kept, file(other, ICONS, Instant.now()))).isTrue();
    assertThat(isKept(kept, file(other, "<svg/>", Instant.EPOCH))).isFalse();
  }

  @Test
  void one_of_several_that_a_browser_knows_is_enough() throws IOException {
    var file = file(release, ICONS, Instant.EPOCH);

    assertThat(isKept("\"older\", " + tagOf(file), file)).isTrue();
    assertThat(isKept("\"older\"", file)).isFalse();
  }

  @Test
  void only_what_names_its_content_is_kept_unasked() {
    assertThat(files().getCacheTime("/VAADIN/build/indexhtml-DkQ8s_1x.js")).isPositive();
    assertThat(files().getCacheTime("/icons.svg")).isZero();
    assertThat(files().getCacheTime("/slipway.js")).isZero();
    assertThat(files().getCacheTime("/fonts/inter-latin-wght-normal.woff2")).isZero();
    assertThat(files().getCacheTime("/VAADIN/build/vaadin-bundle.js")).isZero();
  }

  private static Path file(Path folder, String content, Instant made) throws IOException {
    var file = Files.writeString(folder.resolve("icons.svg"), content);
    return Files.setLastModifiedTime(file, FileTime.from(made));
  }

  private static String tagOf(Path file) throws IOException {
    var response = new MockResponse();
    files().writeModificationTimestamp(file.toUri().toURL(), request(), response);
    return Objects.requireNonNull(response.getHeader("ETag"));
  }

  /// As a restarted process answers, which remembers nothing.
  private static boolean isKept(String tag, Path file) throws IOException {
    var files = files();
    var request = request();
    request.getHeaders().put("If-None-Match", List.of(tag));
    long time = files.writeModificationTimestamp(file.toUri().toURL(), request, new MockResponse());
    return files.browserHasNewestVersion(request, time);
  }

  private static PanelFiles files() {
    return new PanelFiles(VaadinService.getCurrent());
  }

  private static MockRequest request() {
    var servlet = ((VaadinServletService) VaadinService.getCurrent()).getServlet();
    return new MockRequest(new MockHttpSession("files", servlet.getServletContext(), 0, 60));
  }
}
