package dev.slipway.ui.attention;

import com.vaadin.flow.router.QueryParameters;
import dev.slipway.workflows.action.ParkCause;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the page is narrowed to; it stands in the address, so it can be shared and survives
/// reloads.
///
/// @param cause null for every cause
record AttentionQuery(@Nullable ParkCause cause, Keeper keeper) {
  static final AttentionQuery ALL = new AttentionQuery(null, Keeper.ANYONE);

  static AttentionQuery of(QueryParameters parameters) {
    return new AttentionQuery(
        parameters.getSingleParameter("cause").flatMap(AttentionQuery::causeOf).orElse(null),
        parameters.getSingleParameter("assignee").map(Keeper::ofCode).orElse(Keeper.ANYONE));
  }

  private static Optional<ParkCause> causeOf(String code) {
    return Stream.of(ParkCause.values()).filter(each -> each.code().equals(code)).findFirst();
  }

  AttentionQuery with(@Nullable ParkCause other) {
    return new AttentionQuery(other, keeper);
  }

  AttentionQuery with(Keeper other) {
    return new AttentionQuery(cause, other);
  }

  boolean isFiltered() {
    return !equals(ALL);
  }

  QueryParameters parameters() {
    Map<String, List<String>> values = new LinkedHashMap<>();
    if (cause != null) {
      values.put("cause", List.of(cause.code()));
    }
    if (keeper != Keeper.ANYONE) {
      values.put("assignee", List.of(keeper.code()));
    }
    return new QueryParameters(values);
  }
}
