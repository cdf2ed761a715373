package dev.slipway.workflows.step;

import java.util.ArrayList;
import java.util.List;

/// Walks a plan with each step's pure preview: the dry run, and the pending list of an order.
public final class PreviewSteps implements Steps {

  private final List<PlannedStep> planned = new ArrayList<>();

  private PreviewSteps() {}

  /// The steps a plan would run for an order, in order.
  public static <O> List<PlannedStep> of(Plan<O> plan, O order) {
    PreviewSteps preview = new PreviewSteps();
    plan.execute(order, preview);
    return List.copyOf(preview.planned);
  }

  @Override
  public <A, Q, R> R run(Step<A, Q, R> step, Q request) {
    planned.add(PlannedStep.of(step));
    return step.preview().apply(request);
  }

  @Override
  public boolean since(int version) {
    return true;
  }
}
