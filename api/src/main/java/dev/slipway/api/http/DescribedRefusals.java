package dev.slipway.api.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// How an operation may refuse, which follows from what it takes.
final class DescribedRefusals {

  /// What the public port itself refuses: too slow, an address or headers that are too long, an
  /// expectation nobody meets.
  private static final Set<Integer> UNREADABLE = Set.of(408, 414, 417, 431);

  private static final Set<Integer> ALWAYS =
      Set.of(400, 401, 403, 406, 408, 414, 417, 422, 429, 431, 500, 503);
  private static final Set<Integer> TO_STRANGERS = new TreeSet<>(Set.of(401, 403, 406));
  private static final Set<Integer> TO_ADDRESSES = Set.of(404);
  private static final Set<Integer> TO_CHANGES = Set.of(409, 415);
  private static final Set<Integer> TO_BODIES = Set.of(404, 413);
  private static final Set<Integer> TO_KEYS = Set.of(409);
  private static final Set<Integer> TO_VERSIONS = Set.of(412, 428);

  private DescribedRefusals() {}

  /// The responses an operation has beside its own.
  static Map<String, Object> of(String path, String method, Map<String, Object> operation) {
    Map<String, Object> responses = new LinkedHashMap<>();
    statuses(path, method, operation)
        .forEach(status ->
            responses.put(
                status.toString(), reference("#/components/responses/" + nameOf(status))));
    return responses;
  }

  private static Set<Integer> statuses(String path, String method, Map<String, Object> operation) {
    if (path.equals("/metrics")) {
      return TO_STRANGERS;
    }
    if (!path.startsWith("/api/")) {
      return Set.of(406);
    }
    Set<Integer> statuses = new TreeSet<>(ALWAYS);
    if (path.contains("{")) {
      statuses.addAll(TO_ADDRESSES);
    }
    if (operation.containsKey("requestBody")) {
      statuses.addAll(TO_BODIES);
    }
    if (!method.equals("get")) {
      statuses.addAll(TO_CHANGES);
    }
    parameters(operation)
        .forEach(name -> {
          if (name.equals(Idempotency.HEADER)) {
            statuses.addAll(TO_KEYS);
          } else if (name.equals("If-Match")) {
            statuses.addAll(TO_VERSIONS);
          }
        });
    return statuses;
  }

  private static List<String> parameters(Map<String, Object> operation) {
    return DescribedParameters.of(operation).stream()
        .filter(parameter -> !"path".equals(parameter.get("in")))
        .map(DescribedParameters::nameOf)
        .toList();
  }

  /// Every refusal, by the name operations refer to.
  static Map<String, Object> components() {
    Map<String, Object> refusals = new TreeMap<>();
    Arrays.stream(ProblemType.values())
        .collect(Collectors.groupingBy(ProblemType::status))
        .forEach((status, types) -> refusals.put(nameOf(status), refusal(status, types)));
    UNREADABLE.forEach(status ->
        refusals.put(nameOf(status), refusal(status, List.of(ProblemType.MALFORMED_REQUEST))));
    return refusals;
  }

  private static Map<String, Object> refusal(int status, List<ProblemType> types) {
    Map<String, Object> refusal = new LinkedHashMap<>();
    refusal.put(
        "description",
        types.stream().map(DescribedRefusals::word).collect(Collectors.joining(", ")));
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("schema", reference("#/components/schemas/Problem"));
    content.put("examples", examples(status, types));
    refusal.put("content", Map.of("application/problem+json", content));
    DescribedHeaders.mendRefusal(status, refusal);
    return refusal;
  }

  private static String word(ProblemType type) {
    return "`" + type.code() + "`" + (type.isReserved() ? " (not in this version)" : "");
  }

  private static Map<String, Object> examples(int status, List<ProblemType> types) {
    Map<String, Object> examples = new TreeMap<>();
    types.stream()
        .filter(type -> !type.isReserved())
        .forEach(type -> examples.put(type.code(), Map.of("value", example(status, type))));
    return examples;
  }

  private static Map<String, Object> example(int status, ProblemType type) {
    Map<String, Object> problem = new LinkedHashMap<>();
    problem.put("type", type.uri());
    problem.put("title", type.title());
    problem.put("status", status);
    problem.put("detail", type.tenantText());
    problem.put("instance", "/api/v1/servers");
    problem.put("code", type.code());
    problem.put("retryable", type.isRetryable());
    problem.put("correlation_id", "cor_5f0c1b7e9a3d4c6f8e2b1a7d9c0f4e6a");
    List<Object> errors = new ArrayList<>();
    if (type == ProblemType.INVALID_INPUT) {
      errors.add(fault());
    }
    problem.put("errors", errors);
    return problem;
  }

  private static Map<String, Object> fault() {
    Map<String, Object> fault = new LinkedHashMap<>();
    fault.put("pointer", "/image");
    fault.put("code", "unknown");
    fault.put("detail", "There is no such image.");
    return fault;
  }

  private static String nameOf(int status) {
    return "Refusal" + status;
  }

  // anew each time: YAML would write a second use as an alias
  private static Map<String, Object> reference(String to) {
    return new LinkedHashMap<>(Map.of("$ref", to));
  }
}
