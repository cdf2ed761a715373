package dev.slipway.ui.server;

import dev.slipway.ui.shell.part.KeptWord;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How somebody has the list of servers; the browser keeps it for a year.
///
/// @param rows how many servers stand on a page
/// @param hidden the columns that are left out
record ServerLook(Form form, int rows, Set<ServerColumn> hidden) {
  /// What one may choose for [#rows].
  static final List<Integer> ROWS = List.of(25, 50, 100);

  static final ServerLook USUAL = new ServerLook(Form.COMPACT, ServerQuery.PER_PAGE, Set.of());

  private static final KeptWord WORD =
      new KeptWord("slipway_servers", Math.toIntExact(Duration.ofDays(365).toSeconds()));
  private static final int PARTS = 3;

  ServerLook {
    hidden = hidden.stream().filter(ServerColumn::mayHide).collect(Collectors.toUnmodifiableSet());
  }

  /// What the servers are shown as.
  enum Form {
    COMPACT("rows"),
    REGULAR("list"),
    CARDS("cards");

    private final String icon;

    Form(String icon) {
      this.icon = icon;
    }

    String icon() {
      return icon;
    }

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    String label() {
      return "servers.form." + code();
    }
  }

  /// As the browser of the present request keeps it.
  static ServerLook kept() {
    return WORD.read().map(ServerLook::of).orElse(USUAL);
  }

  /// Lets the browser keep it.
  void keep() {
    WORD.keep(code());
  }

  String code() {
    return "%s.%d.%s"
        .formatted(
            form.code(),
            rows,
            hidden.stream().sorted().map(ServerColumn::code).collect(Collectors.joining("_")));
  }

  /// What does not make sense of a code is as usual.
  static ServerLook of(String code) {
    var parts = code.split("\\.", PARTS);
    return parts.length < PARTS
        ? USUAL
        : new ServerLook(formOf(parts[0]), rowsOf(parts[1]).orElse(USUAL.rows), hiddenOf(parts[2]));
  }

  private static Form formOf(String code) {
    return Stream.of(Form.values())
        .filter(form -> form.code().equals(code))
        .findFirst()
        .orElse(USUAL.form);
  }

  /// How many rows a word asks for; empty where one may not choose it.
  static Optional<Integer> rowsOf(String word) {
    return ROWS.stream().filter(rows -> String.valueOf(rows).equals(word)).findFirst();
  }

  private static Set<ServerColumn> hiddenOf(String codes) {
    var named = Arrays.asList(codes.split("_", -1));
    return Stream.of(ServerColumn.values())
        .filter(column -> named.contains(column.code()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ServerColumn.class)));
  }

  ServerLook as(Form other) {
    return new ServerLook(other, rows, hidden);
  }

  ServerLook with(int otherRows) {
    return new ServerLook(form, otherRows, hidden);
  }

  /// Leaves out every column that may be left out, but for these.
  ServerLook showing(Set<ServerColumn> shown) {
    var others = EnumSet.allOf(ServerColumn.class);
    others.removeAll(shown);
    return new ServerLook(form, rows, others);
  }

  /// The columns that may be left out, and are not.
  Set<ServerColumn> shown() {
    var shown = EnumSet.copyOf(ServerColumn.OPTIONAL);
    shown.removeAll(hidden);
    return shown;
  }
}
