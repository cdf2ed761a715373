package dev.slipway.api.engine;

import dev.slipway.api.security.Callers;
import dev.slipway.workflows.tenant.Permission;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.swagger.v3.oas.annotations.tags.Tag;

/// Route of metrics: public where the settings say so, else for those who may read them.
@Tag(name = "Process")
@Controller("/metrics")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class MetricsController implements MetricsOperations {

  private final PrometheusMeterRegistry registry;
  private final MetricsSettings settings;
  private final Callers callers;

  MetricsController(PrometheusMeterRegistry registry, MetricsSettings settings, Callers callers) {
    this.registry = registry;
    this.settings = settings;
    this.callers = callers;
  }

  /// All metrics of this process, in Prometheus' text format.
  @Override
  public String metrics() {
    if (!settings.open()) {
      callers.current().require(Permission.METRICS_VIEW);
    }
    return registry.scrape();
  }
}
