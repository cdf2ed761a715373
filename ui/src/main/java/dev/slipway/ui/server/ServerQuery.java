package dev.slipway.ui.server;

import com.vaadin.flow.router.QueryParameters;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.ServerFilter;
import dev.slipway.workflows.server.ServerFilter.Sort;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the list is asked for; it stands in the address, so it can be shared and survives reloads.
///
/// @param text a part of the name, or an address; empty for all
/// @param rows how many stand on a page
record ServerQuery(
    StateFilter state, String text, ServerScope scope, Sort sort, int page, int rows) {
  static final int PER_PAGE = 50;
  private static final String STATE = "state";
  private static final String STATUS = "status";
  static final ServerQuery ALL =
      new ServerQuery(StateFilter.ALL, "", ServerScope.ALL, Sort.CREATED_AT_DESC, 1, PER_PAGE);

  /// @param rows how many stand on a page where the address does not say
  static ServerQuery of(QueryParameters parameters, int rows) {
    return new ServerQuery(
        stateIn(parameters),
        parameters.getSingleParameter("q").orElse(""),
        ServerScope.of(parameters),
        parameters.getSingleParameter("sort").flatMap(Sort::ofCode).orElse(ALL.sort),
        parameters.getSingleParameter("page").map(ServerQuery::pageOf).orElse(1),
        parameters.getSingleParameter("per_page").flatMap(ServerLook::rowsOf).orElse(rows));
  }

  /// The list's own word, or the API's.
  private static StateFilter stateIn(QueryParameters parameters) {
    return parameters
        .getSingleParameter(STATE)
        .map(StateFilter::ofCode)
        .orElseGet(() -> parameters.getSingleParameter(STATUS).flatMap(StateFilter::ofStatus))
        .orElse(StateFilter.ALL);
  }

  /// Whether the address names a state otherwise than this list would.
  static boolean isOtherwiseNamed(QueryParameters parameters) {
    return parameters.getSingleParameter(STATUS).isPresent()
        || parameters
            .getSingleParameter(STATE)
            .filter(code -> StateFilter.ofCode(code).isEmpty())
            .isPresent();
  }

  private static int pageOf(String text) {
    return text.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(text) : 1;
  }

  ServerQuery with(StateFilter other) {
    return new ServerQuery(other, text, scope, sort, 1, rows);
  }

  ServerQuery with(String other) {
    return new ServerQuery(state, other, scope, sort, 1, rows);
  }

  ServerQuery with(ServerScope other) {
    return new ServerQuery(state, text, other, sort, 1, rows);
  }

  ServerQuery with(Sort other) {
    return new ServerQuery(state, text, scope, other, 1, rows);
  }

  /// The same with other many rows to a page, from the first one on.
  ServerQuery withRows(int others) {
    return new ServerQuery(state, text, scope, sort, 1, others);
  }

  /// Everything, in the same order.
  ServerQuery unfiltered() {
    return ALL.with(sort).withRows(rows);
  }

  ServerQuery at(int other) {
    return new ServerQuery(state, text, scope, sort, other, rows);
  }

  boolean isFiltered() {
    return state != StateFilter.ALL || !text.isBlank() || !scope.equals(ServerScope.ALL);
  }

  ServerFilter filter() {
    return new ServerFilter(
        state.statuses(),
        nullIfEmpty(scope.place()),
        nullIfEmpty(text.strip()),
        scope.labels(),
        state.progress(),
        nullIfEmpty(scope.tenant()),
        sort);
  }

  private static @Nullable String nullIfEmpty(String word) {
    return word.isEmpty() ? null : word;
  }

  PageRequest request() {
    return new PageRequest(page, rows);
  }

  /// What stands in the address. The number of a page means nothing without its size, which
  /// everybody has as he likes it.
  QueryParameters parameters() {
    var values = new LinkedHashMap<String, List<String>>();
    if (state != StateFilter.ALL) {
      values.put(STATE, List.of(state.code()));
    }
    if (!text.isBlank()) {
      values.put("q", List.of(text));
    }
    values.putAll(scope.parameters());
    if (sort != ALL.sort) {
      values.put("sort", List.of(sort.code()));
    }
    if (rows != PER_PAGE || page > 1) {
      values.put("per_page", List.of(String.valueOf(rows)));
    }
    if (page > 1) {
      values.put("page", List.of(String.valueOf(page)));
    }
    return new QueryParameters(values);
  }
}
