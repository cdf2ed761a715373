package dev.slipway.api.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// What bodies look like, for people who read and tools that try: by the schema a body has, or by
/// the one answer that looks otherwise.
final class DescribedExamples {

  private static final String RESOURCE = "examples.yml";

  /// How a part begins that examples have in common.
  private static final String PART = ".";

  private static final String REFERENCE = "$ref";

  private final Map<String, Object> examples = new TreeMap<>();

  DescribedExamples() {
    read()
        .forEach((name, example) -> {
          if (!name.startsWith(PART)) {
            examples.put(name, only("value", copied(example)));
          }
        });
  }

  private static Map<String, @Nullable Object> read() {
    try (InputStream stream = DescribedExamples.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("The build left out " + RESOURCE);
      }
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
    } catch (IOException broken) {
      throw new UncheckedIOException("reading " + RESOURCE, broken);
    }
  }

  // YAML would write what stands there twice as an alias
  private static @Nullable Object copied(@Nullable Object value) {
    return switch (value) {
      case Map<?, ?> map -> {
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        map.forEach((key, each) -> copy.put(key.toString(), copied(each)));
        yield copy;
      }
      case List<?> list -> {
        List<@Nullable Object> copy = new ArrayList<>();
        list.forEach(each -> copy.add(copied(each)));
        yield copy;
      }
      case null, default -> value;
    };
  }

  /// Every example, by the name that bodies refer to.
  Map<String, Object> components() {
    return examples;
  }

  /// Adds examples to what an operation takes and answers.
  void mend(Map<String, Object> operation) {
    String id = String.valueOf(operation.get("operationId"));
    mend(id, DescriptionMending.map(operation.get("requestBody")));
    DescriptionMending.map(operation.get("responses"))
        .forEach((status, answer) -> mend(id + "_" + status, DescriptionMending.map(answer)));
  }

  private void mend(String closer, Map<String, Object> message) {
    DescriptionMending.map(message.get("content")).values().stream()
        .map(DescriptionMending::map)
        .forEach(content ->
            nameOf(closer, content).ifPresent(name -> content.put("examples", referring(name))));
  }

  private static Map<String, @Nullable Object> referring(String name) {
    return only("example", only(REFERENCE, "#/components/examples/" + name));
  }

  private static Map<String, @Nullable Object> only(String key, @Nullable Object value) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put(key, value);
    return map;
  }

  private Optional<String> nameOf(String closer, Map<String, Object> content) {
    String schema = String.valueOf(DescriptionMending.map(content.get("schema")).get(REFERENCE));
    return List.of(closer, schema.substring(schema.lastIndexOf('/') + 1)).stream()
        .filter(examples::containsKey)
        .findFirst();
  }
}
