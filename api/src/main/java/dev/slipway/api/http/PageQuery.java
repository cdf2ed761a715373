package dev.slipway.api.http;

import dev.slipway.workflows.page.PageRequest;
import org.jspecify.annotations.Nullable;

/// Reads `page` and `per_page` strictly.
public final class PageQuery {

  private PageQuery() {}

  /// The part of a list that is asked for.
  public static PageRequest of(
      @Nullable String page, @Nullable String perPage, FieldErrors errors) {
    int number = number("/page", page, PageRequest.FIRST.page(), Integer.MAX_VALUE, errors);
    int size =
        number("/per_page", perPage, PageRequest.FIRST.perPage(), PageRequest.MAX_PER_PAGE, errors);
    return new PageRequest(number, size);
  }

  /// The part of a list that is asked for.
  ///
  /// @throws ProblemException `invalid_input`
  public static PageRequest of(@Nullable String page, @Nullable String perPage) {
    var errors = new FieldErrors();
    PageRequest request = of(page, perPage, errors);
    errors.throwIfAny();
    return request;
  }

  private static int number(
      String pointer, @Nullable String given, int usual, int most, FieldErrors errors) {
    if (given == null) {
      return usual;
    }
    if (given.matches("[0-9]{1,10}")) {
      long value = Long.parseLong(given);
      if (value >= 1 && value <= most) {
        return (int) value;
      }
    }
    errors.add(
        pointer, "out_of_range", pointer.substring(1) + " is a number from 1 to " + most + ".");
    return usual;
  }
}
