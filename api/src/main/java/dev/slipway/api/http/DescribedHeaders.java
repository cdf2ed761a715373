package dev.slipway.api.http;

import io.micronaut.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The headers of answers: what each says, and which answers have it.
final class DescribedHeaders {

  private static final List<String> OF_EVERY_CALLER =
      List.of("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset");

  /// The name by which answers refer to a `Retry-After` that is left out where nobody knows.
  private static final String RETRY_AFTER_IF_KNOWN = "Retry-After-If-Known";

  private static final String ANSWERS = "responses";
  private static final String HEADERS = "headers";

  private final Map<String, Object> schemas;

  DescribedHeaders(Map<String, Object> schemas) {
    this.schemas = schemas;
  }

  /// Every header, by the name answers refer to.
  static Map<String, Object> components() {
    Map<String, Object> headers = new TreeMap<>();
    headers.put(
        Correlation.HEADER,
        always("The id this request has in every log line.", text("^[0-9A-Za-z._:-]{1,64}$")));
    headers.put(
        HttpHeaders.LINK,
        sometimes(
            "The pages around this one: `first`, `prev`, `next`, `last` (RFC 8288).",
            text("^<.+>; rel=\"first\".*$")));
    headers.put(
        HttpHeaders.ACCEPT_ENCODING,
        sometimes("How a body may be packed, where it is not.", text("^[a-z]+(, [a-z]+)*$")));
    headers.put(HttpHeaders.WWW_AUTHENTICATE, always("How to say who asks.", text("^Bearer$")));
    headers.put(HttpHeaders.LOCATION, always("Where to follow the action.", text("^/api/v1/.+$")));
    headers.put(HttpHeaders.ETAG, always("The version, for `If-Match`.", text("^\"[0-9]+\"$")));
    headers.put(HttpHeaders.RETRY_AFTER, always("Seconds to wait at least.", number(1)));
    headers.put(
        RETRY_AFTER_IF_KNOWN,
        sometimes(
            "Seconds to wait at least. A 503 without it says that the request may have taken effect.",
            number(1)));
    headers.put(
        Idempotency.REPLAYED,
        sometimes("There when the answer was kept from the first request.", text("^true$")));
    headers.put("RateLimit-Limit", sometimes("How many requests may be saved up.", number(1)));
    headers.put("RateLimit-Remaining", sometimes("How many are left.", number(0)));
    headers.put("RateLimit-Reset", sometimes("Seconds until all are back.", number(0)));
    return headers;
  }

  private static Map<String, Object> always(String what, Map<String, Object> schema) {
    Map<String, Object> header = sometimes(what, schema);
    header.put("required", true);
    return header;
  }

  private static Map<String, Object> sometimes(String what, Map<String, Object> schema) {
    return new TreeMap<>(Map.of("description", what, "schema", schema));
  }

  private static Map<String, Object> text(String pattern) {
    return new TreeMap<>(Map.of("type", "string", "pattern", pattern));
  }

  private static Map<String, Object> number(int least) {
    return new TreeMap<>(Map.of("type", "integer", "minimum", least));
  }

  /// Adds the headers of a refusal.
  static void mendRefusal(int status, Map<String, Object> refusal) {
    add(refusal, Correlation.HEADER);
    OF_EVERY_CALLER.forEach(name -> add(refusal, name));
    if (status == 401) {
      add(refusal, HttpHeaders.WWW_AUTHENTICATE);
    }
    if (status == 415) {
      add(refusal, HttpHeaders.ACCEPT_ENCODING);
    }
    if (status == 429) {
      add(refusal, HttpHeaders.RETRY_AFTER);
    }
    if (status == 503) {
      add(refusal, HttpHeaders.RETRY_AFTER, RETRY_AFTER_IF_KNOWN);
    }
  }

  /// Adds the headers of the answers that the operations of a path have of their own.
  void mend(Map<String, Object> operations) {
    boolean isVersioned =
        operations.values().stream()
            .anyMatch(operation -> takes(DescriptionMending.map(operation), HttpHeaders.IF_MATCH));
    operations.values().stream()
        .map(DescriptionMending::map)
        .forEach(operation ->
            DescriptionMending.map(operation.get(ANSWERS))
                .forEach((status, answer) -> {
                  Map<String, Object> own = DescriptionMending.map(answer);
                  if (!own.containsKey("$ref")) {
                    mend(operation, own);
                    addOutcome(status, isVersioned, own);
                  }
                }));
  }

  private static boolean takes(Map<String, Object> operation, String header) {
    return DescribedParameters.of(operation).stream()
        .anyMatch(parameter -> DescribedParameters.nameOf(parameter).equals(header));
  }

  private static void mend(Map<String, Object> operation, Map<String, Object> answer) {
    add(answer, Correlation.HEADER);
    OF_EVERY_CALLER.forEach(name -> add(answer, name));
    if (takes(operation, Idempotency.HEADER)) {
      add(answer, Idempotency.REPLAYED);
    }
  }

  private void addOutcome(String status, boolean isVersioned, Map<String, Object> answer) {
    if (isVersioned && status.equals("200")) {
      add(answer, HttpHeaders.ETAG);
    }
    if (has("meta", answer)) {
      add(answer, HttpHeaders.LINK);
    }
    if ((status.equals("201") || status.equals("202")) && has("action", answer)) {
      add(answer, HttpHeaders.LOCATION);
    }
  }

  private boolean has(String field, Map<String, Object> answer) {
    return DescriptionMending.map(answer.get("content")).values().stream()
        .map(content -> DescribedFields.named(DescriptionMending.map(content), schemas))
        .anyMatch(schema -> DescriptionMending.map(schema.get("properties")).containsKey(field));
  }

  private static void add(Map<String, Object> answer, String header) {
    add(answer, header, header);
  }

  private static void add(Map<String, Object> answer, String header, String component) {
    Map<String, Object> headers = new TreeMap<>(DescriptionMending.map(answer.get(HEADERS)));
    headers.put(header, new LinkedHashMap<>(Map.of("$ref", "#/components/headers/" + component)));
    answer.put(HEADERS, headers);
  }
}
