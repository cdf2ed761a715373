package dev.slipway.workflows.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.Phase;
import dev.slipway.workflows.server.CreateServer;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StoryTest {

  private static CommandDesk.Parked parked(Phase phase, ParkCause cause, String message) {
    return new CommandDesk.Parked(
        2, CreateServer.CREATE_MACHINE, phase, cause, message, Instant.EPOCH);
  }

  @Test
  void an_operator_reads_what_can_be_sent_and_with_which_argument() {
    var details = Story.detailsOf(parked(Phase.FORWARD, ParkCause.CAPACITY, "no room"));

    assertThat(details)
        .startsWith("**Needs attention** (parking 2) at *Create the machine*: No room")
        .containsSubsequence(
            "- `retry` with `{\"parking\": 2}`\n",
            "- `retry_with` with `{\"parking\": 2, \"inputs\": {\"",
            "- `adopt` with `{\"parking\": 2, \"external_id\": \"…\", \"reason\": \"…\"}`\n",
            "- `abort` with `{\"parking\": 2, \"reason\": \"…\"}`\n")
        .doesNotContain("skip");
  }

  @Test
  void a_parked_undo_offers_no_abort() {
    var details = Story.detailsOf(parked(Phase.UNDO, ParkCause.UNDO_FAILED, "no answer"));

    assertThat(details)
        .contains("`retry`", "- `skip` with `{\"parking\": 2, \"reason\": \"…\"}`")
        .doesNotContain("`abort`");
  }

  @Test
  void what_a_provider_said_is_shown_as_it_said_it() {
    var details = Story.detailsOf(parked(Phase.FORWARD, ParkCause.INVALID, "<pve-7>: *no* [a](b)"));

    assertThat(details).contains("\n\\<pve-7\\>: \\*no\\* \\[a\\](b)\n");
  }
}
