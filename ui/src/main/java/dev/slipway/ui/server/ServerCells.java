package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.data.renderer.LitRenderer;
import com.vaadin.flow.function.ValueProvider;
import dev.slipway.ui.action.ActionNavigation;
import dev.slipway.ui.action.ActionWords;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.ui.shell.part.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values that the templates of the list show.
final class ServerCells {
  private static final int MOST_TAGS = 2;

  private final boolean isOperator;
  private final Live live;

  ServerCells(boolean isOperator, Live live) {
    this.isOperator = isOperator;
    this.live = live;
  }

  LitRenderer<ServerRow> on(LitRenderer<ServerRow> renderer) {
    return withAction(withServer(withState(renderer)));
  }

  private LitRenderer<ServerRow> withState(LitRenderer<ServerRow> renderer) {
    return renderer
        .withProperty("colour", row -> state(row).tone().colour())
        .withProperty("glyphClasses", row -> state(row).tone().glyphClasses())
        .withProperty("glyph", row -> state(row).tone().glyph())
        .withProperty("word", row -> state(row).word());
  }

  private ServerState state(ServerRow row) {
    return ServerState.of(row, isOperator);
  }

  private LitRenderer<ServerRow> withServer(LitRenderer<ServerRow> renderer) {
    var units = text("time.units");
    var locked = text("server.protected");
    var copy = text("copy.address");
    var copied = text("copy.done");
    return renderer
        .withProperty("name", row -> row.server().name().value())
        .withProperty("locked", row -> row.server().isProtected() ? locked : null)
        .withProperty("labels", row -> String.join(", ", LabelLines.list(row.server().labels())))
        .withProperty("tags", row -> few(LabelLines.list(row.server().labels())))
        .withProperty("path", row -> ServerNavigation.path(row.server().id()))
        .withProperty("ipv4", row -> row.server().ipv4())
        .withProperty("copy", row -> copy)
        .withProperty("copied", row -> copied)
        .withProperty("noAddress", row -> NoAddress.words(row.server()))
        .withProperty("plan", ServerRow::planName)
        .withProperty("place", ServerRow::placeName)
        .withProperty("tenant", ServerRow::tenantName)
        .withProperty("os", row -> ServerGrid.mark(row.imageName()))
        .withProperty("image", ServerRow::imageName)
        .withProperty("since", row -> String.valueOf(row.server().createdAt().toEpochMilli()))
        .withProperty("now", row -> String.valueOf(live.now().toEpochMilli()))
        .withProperty("units", row -> units);
  }

  private LitRenderer<ServerRow> withAction(LitRenderer<ServerRow> renderer) {
    return renderer
        .withProperty("action", ServerCells::actionPath)
        .withProperty("doing", this::doing)
        .withProperty("actionColour", ofAction(Tone::colour))
        .withProperty("actionGlyph", ofAction(Tone::glyph))
        .withProperty("actionGlyphClasses", ofAction(Tone::glyphClasses));
  }

  private static @Nullable String actionPath(ServerRow row) {
    var action = row.action();
    return action == null ? null : ActionNavigation.path(action.id());
  }

  private @Nullable String doing(ServerRow row) {
    var action = row.action();
    return action == null ? null : ActionWords.doing(action, isOperator);
  }

  private static ValueProvider<ServerRow, @Nullable String> ofAction(
      ValueProvider<Tone, String> part) {
    return row -> {
      var action = row.action();
      return action == null ? null : part.apply(ActionWords.tone(action));
    };
  }

  /// As many labels as fit; the rest are counted.
  static List<String> few(List<String> labels) {
    return labels.size() <= MOST_TAGS
        ? labels
        : List.of(labels.getFirst(), text("servers.labels.more", labels.size() - 1));
  }
}
