package dev.slipway.ui.action;

import com.vaadin.flow.router.QueryParameters;
import dev.slipway.workflows.action.ActionFilter;
import dev.slipway.workflows.page.PageRequest;
import java.util.LinkedHashMap;
import java.util.List;

/// What the list of actions is asked for; it stands in the address.
///
/// @param resource the id of what they work on; empty for all
record ActionQuery(ActionStateFilter state, String resource, int page) {
  static final int PER_PAGE = 50;
  static final ActionQuery ALL = new ActionQuery(ActionStateFilter.ALL, "", 1);

  static ActionQuery of(QueryParameters parameters) {
    return new ActionQuery(
        parameters
            .getSingleParameter("state")
            .map(ActionStateFilter::ofCode)
            .orElse(ActionStateFilter.ALL),
        parameters.getSingleParameter("resource").orElse(""),
        parameters
            .getSingleParameter("page")
            .filter(text -> text.matches("[1-9][0-9]{0,5}"))
            .map(Integer::parseInt)
            .orElse(1));
  }

  ActionQuery with(ActionStateFilter other) {
    return new ActionQuery(other, resource, 1);
  }

  ActionQuery at(int other) {
    return new ActionQuery(state, resource, other);
  }

  boolean isFiltered() {
    return state != ActionStateFilter.ALL || !resource.isEmpty();
  }

  ActionFilter filter() {
    return new ActionFilter(state.statuses(), null, resource.isEmpty() ? null : resource, null);
  }

  PageRequest request() {
    return new PageRequest(page, PER_PAGE);
  }

  QueryParameters parameters() {
    var values = new LinkedHashMap<String, List<String>>();
    if (state != ActionStateFilter.ALL) {
      values.put("state", List.of(state.code()));
    }
    if (!resource.isEmpty()) {
      values.put("resource", List.of(resource));
    }
    if (page > 1) {
      values.put("page", List.of(String.valueOf(page)));
    }
    return new QueryParameters(values);
  }
}
