package dev.slipway.activities.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The conditions of a list; they are texts of ours, the values go beside them.
public final class Where {

  private final List<String> conditions = new ArrayList<>();
  private final Map<String, @Nullable Object> values = new HashMap<>();

  /// Adds a condition without a value.
  public Where and(String condition) {
    conditions.add(condition);
    return this;
  }

  /// Adds a condition with one value; without a value it adds nothing.
  public Where and(String condition, String name, @Nullable Object value) {
    if (value != null) {
      conditions.add(condition);
      values.put(name, value);
    }
    return this;
  }

  /// The clause, empty when there is no condition.
  public String clause() {
    return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
  }

  /// The values by name.
  public Map<String, @Nullable Object> values() {
    return values;
  }
}
