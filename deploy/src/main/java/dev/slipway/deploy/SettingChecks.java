package dev.slipway.deploy;

import static dev.slipway.deploy.local.Variables.given;
import static java.util.Map.entry;

import dev.slipway.deploy.local.DatabaseLogin;
import dev.slipway.deploy.local.StartFailedException;
import dev.slipway.deploy.local.TemporalReach;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads every setting of an environment before anything is started.
final class SettingChecks {

  private static final SettingRule PASSWORD = SettingRule.secret(8);

  /// Those that are more than text, the addresses of other programs left out.
  static final Map<String, SettingRule> RULES =
      Map.ofEntries(
          entry("SLIPWAY_PORT", SettingRule.PORT),
          entry("SLIPWAY_DEMO", SettingRule.SWITCH),
          entry("SLIPWAY_ADMIN_EMAIL", SettingRule.EMAIL),
          entry("SLIPWAY_ADMIN_PASSWORD", PASSWORD),
          entry("SLIPWAY_OPERATOR_EMAIL", SettingRule.EMAIL),
          entry("SLIPWAY_OPERATOR_PASSWORD", PASSWORD),
          entry("SLIPWAY_DEMO_EMAIL", SettingRule.EMAIL),
          entry("SLIPWAY_DEMO_PASSWORD", PASSWORD),
          entry("SLIPWAY_DEMO2_EMAIL", SettingRule.EMAIL),
          entry("SLIPWAY_DEMO2_PASSWORD", PASSWORD),
          entry("SLIPWAY_SECRET_KEY", SettingRule.secret(16)),
          entry("SLIPWAY_TEMPORAL", SettingRule.TEMPORAL),
          entry("SLIPWAY_BEHIND_PROXY", SettingRule.SWITCH),
          entry("SLIPWAY_CATALOG_DEMO", SettingRule.SWITCH),
          entry("SLIPWAY_DATABASE_CONNECTIONS", SettingRule.NUMBER),
          entry("SLIPWAY_DATABASE_EVERY_COMMIT_WAITS", SettingRule.SWITCH),
          entry("SLIPWAY_DATABASE_MIGRATE", SettingRule.SWITCH),
          entry("SLIPWAY_DATABASE_PATIENCE", SettingRule.TIME),
          entry("SLIPWAY_DATABASE_START_PATIENCE", SettingRule.TIME),
          entry("SLIPWAY_METRICS_OPEN", SettingRule.SWITCH),
          entry("SLIPWAY_PASSWORD_COST", SettingRule.NUMBER),
          entry("SLIPWAY_QUOTA_SERVERS", SettingRule.NUMBER),
          entry("SLIPWAY_RATE_CHANGE", SettingRule.NUMBER),
          entry("SLIPWAY_RATE_REQUESTS", SettingRule.NUMBER),
          entry("SLIPWAY_RATE_TENANT", SettingRule.NUMBER),
          entry("SLIPWAY_RATE_WINDOW", SettingRule.TIME),
          entry("SLIPWAY_REQUEST_PATIENCE", SettingRule.TIME),
          entry("SLIPWAY_SESSION_TIMEOUT", SettingRule.TIME),
          entry("SLIPWAY_SESSION_ACCESS", SettingRule.TIME),
          entry("SLIPWAY_SESSION_GRACE", SettingRule.TIME),
          entry("SLIPWAY_SESSION_REFRESH", SettingRule.TIME),
          entry("SLIPWAY_SILENCE", SettingRule.TIME),
          entry("SLIPWAY_STREAM_COMMENT", SettingRule.TIME),
          entry("SLIPWAY_STREAM_MOST", SettingRule.NUMBER),
          entry("SLIPWAY_TEMPORAL_MAX_CONCURRENT", SettingRule.NUMBER),
          entry("SLIPWAY_TEMPORAL_SILENT_AFTER", SettingRule.TIME),
          entry("SLIPWAY_TEMPORAL_STARTER", SettingRule.SWITCH),
          entry("SLIPWAY_TEMPORAL_START_PATIENCE", SettingRule.TIME),
          entry("SLIPWAY_TEMPORAL_WATCH_EVERY", SettingRule.TIME),
          entry("SLIPWAY_TEMPORAL_WORKER", SettingRule.SWITCH),
          entry("SLIPWAY_THROTTLE_FREE", SettingRule.NUMBER),
          entry("SLIPWAY_THROTTLE_FREE_SHARED", SettingRule.NUMBER),
          entry("SLIPWAY_THROTTLE_LONGEST", SettingRule.TIME),
          entry("SLIPWAY_THROTTLE_MEMORY", SettingRule.TIME),
          entry("SLIPWAY_WAITING", SettingRule.NUMBER),
          entry("SLIPWAY_WEB_ENABLED", SettingRule.SWITCH));

  private SettingChecks() {}

  /// @throws WrongSettingsException with all that is wrong
  static void check(Map<String, String> environment) {
    List<String> faults = new ArrayList<>();
    new TreeMap<>(RULES)
        .forEach((variable, rule) ->
            given(environment, variable)
                .filter(value -> !rule.isMet().test(value))
                .ifPresent(value -> faults.add(rule.fault(variable, value))));
    Map<String, FirstPerson> people = new HashMap<>();
    for (FirstPerson person : FirstPerson.values()) {
      person
          .email(environment)
          .map(address -> people.putIfAbsent(address.toLowerCase(Locale.ROOT), person))
          .ifPresent(other ->
              faults.add(
                  "%s is the address of %s already"
                      .formatted(person.emailVariable(), other.emailVariable())));
    }
    for (String variable : List.of("DATABASE_URL", "DATABASE_OWNER_URL")) {
      given(environment, variable)
          .flatMap(value -> faultOf(() -> DatabaseLogin.parse(variable, value)))
          .ifPresent(faults::add);
    }
    given(environment, "TEMPORAL_ADDRESS")
        .flatMap(value -> faultOf(() -> TemporalReach.require("TEMPORAL_ADDRESS", value)))
        .ifPresent(faults::add);
    if (!faults.isEmpty()) {
      throw new WrongSettingsException(faults);
    }
  }

  private static Optional<String> faultOf(Runnable look) {
    try {
      look.run();
      return Optional.empty();
    } catch (StartFailedException e) {
      return Optional.ofNullable(e.getMessage());
    }
  }
}
