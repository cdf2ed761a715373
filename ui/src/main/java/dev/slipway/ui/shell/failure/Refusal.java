package dev.slipway.ui.shell.failure;

import static dev.slipway.ui.shell.part.Wording.text;

import dev.slipway.api.http.Correlation;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Why something that a person asked for on a page was not done.
public final class Refusal {
  private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);

  private Refusal() {}

  /// What the person is told. A failure nobody foresaw is in the log, under the id that the
  /// sentence names.
  public static ProblemException of(Throwable thrown) {
    var problem = ProblemException.of(thrown);
    return problem.type() == ProblemType.INTERNAL_ERROR ? unforeseen(thrown) : problem;
  }

  private static ProblemException unforeseen(Throwable thrown) {
    var id = Correlation.current();
    LOG.error("What was asked for on a page failed correlation_id={}", id, thrown);
    return new ProblemException(ProblemType.INTERNAL_ERROR, text("refusal.unforeseen", id));
  }
}
