package dev.slipway.deploy.docs;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Something that can be set where Slipway is started.
///
/// @param property its name, such as `slipway.stream.comment`
/// @param type the form of its value
/// @param standard what holds when nothing is set, empty when nothing does
/// @param meaning what it does
record Setting(String property, String type, String standard, String meaning) {

  private static final Pattern VALUE =
      Pattern.compile("@Value\\(\"\\$\\{(slipway\\.[^:}]+)(?::([^}]*))?}\"\\)");
  private static final Comparator<Setting> BY_NAME = Comparator.comparing(Setting::property);
  private static final Pattern SWITCH =
      Pattern.compile("property = \"(slipway\\.[^\"]+)\"(, notEquals = [^,)]+)?");

  /// Those of the records that are bound to settings, in the order of their names.
  static List<Setting> ofRecords() {
    return sources("@ConfigurationProperties(").flatMap(Setting::ofRecord).sorted(BY_NAME).toList();
  }

  /// Those that one class reads on its own, those of records left out.
  static List<Setting> ofClasses(List<Setting> records) {
    List<String> known = records.stream().map(Setting::property).toList();
    return Stream.concat(
            sources("@Value(").flatMap(source -> matches(source, VALUE)),
            sources("@Requires(").flatMap(source -> matches(source, SWITCH)))
        .filter(setting -> !known.contains(setting.property()))
        .sorted(BY_NAME)
        .toList();
  }

  /// The environment variable that sets it.
  String variable() {
    return property.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  private static Stream<Path> sources(String text) {
    return List.of("workflows", "activities", "api", "ui", "deploy").stream()
        .map(module -> Repository.ROOT.resolve(module).resolve("src/main/java"))
        .flatMap(folder -> Repository.files(folder, ".java").stream())
        .filter(file -> Repository.lines(file).stream().anyMatch(line -> line.contains(text)));
  }

  private static Stream<Setting> ofRecord(Path source) {
    Class<?> type = classOf(source);
    ConfigurationProperties bound = type.getAnnotation(ConfigurationProperties.class);
    SourceComment comment = SourceComment.of(source);
    List<Setting> settings = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      Bindable standard = component.getAccessor().getAnnotation(Bindable.class);
      settings.add(
          new Setting(
              bound.value() + "." + hyphenated(component.getName()),
              wordOf(component.getType()),
              standard == null ? "" : standard.defaultValue(),
              comment.parameter(component.getName()).orElse("")));
    }
    return settings.stream();
  }

  private static Stream<Setting> matches(Path source, Pattern pattern) {
    String meaning = SourceComment.of(source).summary();
    List<Setting> settings = new ArrayList<>();
    Matcher matcher = pattern.matcher(String.join("\n", Repository.lines(source)));
    while (matcher.find()) {
      String more = matcher.group(2) == null ? "" : matcher.group(2);
      String standard = more.contains("notEquals") ? "true" : more;
      settings.add(new Setting(matcher.group(1), "", standard, meaning));
    }
    return settings.stream();
  }

  private static Class<?> classOf(Path source) {
    String path = source.toString().replace('\\', '/');
    String name = path.substring(path.indexOf("src/main/java/") + 14).replace(".java", "");
    try {
      return Class.forName(name.replace('/', '.'), false, Setting.class.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(source + " is not on the class path", e);
    }
  }

  private static String hyphenated(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static String wordOf(Class<?> type) {
    if (type == Duration.class) {
      return "time, such as `90s` or `2m`";
    }
    if (type == boolean.class) {
      return "`true` or `false`";
    }
    return type == int.class || type == long.class ? "number" : "text";
  }
}
