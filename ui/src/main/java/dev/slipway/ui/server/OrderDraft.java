package dev.slipway.ui.server;

import com.vaadin.flow.router.QueryParameters;
import dev.slipway.api.server.OrderRequest;
import dev.slipway.api.server.OrderRequest.OwnSize;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A filled form in the address of its page, so it survives reloading, signing in again and being
/// shared. User data is a secret and stays out of it.
final class OrderDraft {
  /// Where no network was ticked.
  static final String NONE = "none";

  private static final List<String> PARTS =
      List.of("plan", "location", "image", "network", "key", "name", "label");

  private OrderDraft() {}

  /// What the address says, which may not exist. A size that is no number is one that no plan has.
  ///
  /// @return null where the address says nothing of an order
  static @Nullable OrderRequest of(QueryParameters address) {
    if (PARTS.stream().allMatch(part -> address.getSingleParameter(part).isEmpty())) {
      return null;
    }
    return new OrderRequest(
        text(address, "name").orElse(null),
        text(address, "plan").orElse(null),
        sizeOf(address),
        text(address, "image").orElse(null),
        text(address, "location").orElse(null),
        address.getParameters("network"),
        address.getParameters("key"),
        LabelLines.parse(String.join("\n", address.getParameters("label"))),
        null,
        null,
        null);
  }

  private static Optional<String> text(QueryParameters address, String name) {
    return address.getSingleParameter(name).filter(value -> !value.isBlank());
  }

  private static @Nullable OwnSize sizeOf(QueryParameters address) {
    var size =
        new OwnSize(number(address, "vcpus"), number(address, "memory"), number(address, "disk"));
    return size.equals(new OwnSize(null, null, null)) ? null : size;
  }

  private static @Nullable Integer number(QueryParameters address, String name) {
    return text(address, name)
        .map(value -> value.matches("[0-9]{1,7}") ? Integer.parseInt(value) : -1)
        .orElse(null);
  }

  static QueryParameters address(OrderRequest filled) {
    Map<String, List<String>> values = new LinkedHashMap<>();
    put(values, "plan", filled.plan());
    var size = filled.size();
    if (size != null) {
      put(values, "vcpus", size.vcpus());
      put(values, "memory", size.memoryMib());
      put(values, "disk", size.diskGib());
    }
    put(values, "location", filled.location());
    put(values, "image", filled.image());
    values.put("network", filled.networks().isEmpty() ? List.of(NONE) : filled.networks());
    if (!filled.sshKeys().isEmpty()) {
      values.put("key", filled.sshKeys());
    }
    put(values, "name", filled.name());
    if (!filled.labels().isEmpty()) {
      values.put("label", LabelLines.list(filled.labels()));
    }
    return new QueryParameters(values);
  }

  private static void put(Map<String, List<String>> values, String name, @Nullable Object value) {
    if (value != null) {
      values.put(name, List.of(value.toString()));
    }
  }
}
