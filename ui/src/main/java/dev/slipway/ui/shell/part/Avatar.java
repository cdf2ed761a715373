package dev.slipway.ui.shell.part;

import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The initials of a person or tenant.
public final class Avatar extends Span {
  private Avatar(String name) {
    super(initials(name));
    addClassName("sw-avatar");
    getElement().setAttribute("aria-hidden", "true");
  }

  /// A tenant's.
  public static Avatar square(String name) {
    return new Avatar(name);
  }

  /// A person's.
  public static Avatar round(String name) {
    var avatar = new Avatar(name);
    avatar.addClassName("round");
    return avatar;
  }

  private static String initials(String name) {
    var parts = name.strip().replaceAll("^[^\\p{L}\\p{N}]+", "").split("[^\\p{L}\\p{N}]+");
    var letters =
        parts.length > 1
            ? Stream.of(parts).limit(2).map(part -> part.substring(0, 1))
            : Stream.of(parts[0].substring(0, Math.min(2, parts[0].length())));
    return letters.collect(Collectors.joining()).toUpperCase(Locale.ROOT);
  }
}
