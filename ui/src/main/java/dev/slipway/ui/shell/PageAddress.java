package dev.slipway.ui.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import dev.slipway.api.http.StorableText;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What stands behind the `?` of a page's address. Anybody can write there what no table can hold.
public final class PageAddress {
  private PageAddress() {}

  /// The parameters of the page that is entered. Characters that nothing is kept with are replaced,
  /// so that a word with one of them matches nothing.
  public static QueryParameters parameters(BeforeEnterEvent event) {
    return readable(event.getLocation().getQueryParameters());
  }

  static QueryParameters readable(QueryParameters given) {
    return new QueryParameters(
        given.getParameters().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, each -> readable(each.getValue()))));
  }

  private static List<String> readable(List<String> words) {
    return words.stream().map(StorableText::of).toList();
  }
}
