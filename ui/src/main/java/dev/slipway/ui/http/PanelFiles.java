package dev.slipway.ui.http;

import com.vaadin.flow.server.StaticFileServer;
import com.vaadin.flow.server.VaadinService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The panel's style sheets, scripts, icons and fonts. A browser keeps those for a year whose
/// address names their content, and asks for the others each time whether they have changed.
///
/// What they hold decides, not when they were made: a release that is taken back brings older
/// files.
final class PanelFiles extends StaticFileServer {
  private static final Pattern NAMES_ITS_CONTENT =
      Pattern.compile("/VAADIN/build/.+-[\\w-]{8}\\.\\w+$");
  private static final int YEAR = 31_536_000;
  private static final long NO_TIME = -1;
  private static final String TAG = PanelFiles.class.getName();

  private final Map<String, String> tags = new ConcurrentHashMap<>();

  PanelFiles(VaadinService service) {
    super(service);
  }

  /// Vaadin would let a browser keep every file unasked for an hour, beyond the end of a release.
  @Override
  protected int getCacheTime(String file) {
    return NAMES_ITS_CONTENT.matcher(file).find() ? YEAR : 0;
  }

  @Override
  protected long writeModificationTimestamp(
      URL file, HttpServletRequest request, HttpServletResponse response) {
    var tag = tags.computeIfAbsent(file.toExternalForm(), _ -> tagOf(file));
    request.setAttribute(TAG, tag);
    response.setHeader("ETag", tag);
    return NO_TIME;
  }

  /// Weak, for the same content is sent packed in several ways.
  private static String tagOf(URL file) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      try (var content = new DigestInputStream(file.openStream(), digest)) {
        content.transferTo(OutputStream.nullOutputStream());
      }
      return "W/\"" + HexFormat.of().formatHex(digest.digest(), 0, 16) + "\"";
    } catch (IOException e) {
      throw new UncheckedIOException("reading " + file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  protected boolean browserHasNewestVersion(HttpServletRequest request, long time) {
    var known = request.getHeader("If-None-Match");
    var tag = Objects.requireNonNull(request.getAttribute(TAG)).toString();
    return known != null && known.contains(tag);
  }
}
