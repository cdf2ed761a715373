package dev.slipway.deploy.bench;

import com.google.protobuf.Timestamp;
import com.google.protobuf.util.Timestamps;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import java.util.List;

/// Where the time of a workflow went, by the times in its history.
///
/// @param calls milliseconds in which an activity ran, until Temporal had its result
/// @param decisions milliseconds in which a workflow task waited or ran
record Spans(double calls, double decisions) {

  /// Of the newest run of a workflow.
  static Spans of(WorkflowClient client, String workflow) {
    List<HistoryEvent> events = client.fetchHistory(workflow).getHistory().getEventsList();
    double calls = 0;
    double decisions = 0;
    for (HistoryEvent event : events) {
      if (event.hasActivityTaskCompletedEventAttributes()) {
        long started = event.getActivityTaskCompletedEventAttributes().getStartedEventId();
        calls += millis(event(events, started).getEventTime(), event.getEventTime());
      }
      if (event.hasWorkflowTaskCompletedEventAttributes()) {
        long scheduled = event.getWorkflowTaskCompletedEventAttributes().getScheduledEventId();
        decisions += millis(event(events, scheduled).getEventTime(), event.getEventTime());
      }
    }
    return new Spans(calls, decisions);
  }

  private static HistoryEvent event(List<HistoryEvent> events, long id) {
    return events.get(Math.toIntExact(id - events.getFirst().getEventId()));
  }

  private static double millis(Timestamp from, Timestamp to) {
    return Timestamps.toNanos(to) / 1e6 - Timestamps.toNanos(from) / 1e6;
  }
}
