package dev.slipway.api.http;

import static dev.slipway.api.server.OrderFixtures.aKey;
import static dev.slipway.api.server.OrderFixtures.aName;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a request brings about is there when its answer is kept, and not otherwise.
class KeptAnswersTest {

  private final ApiServer api = ApiServer.shared();
  private final Http operator = api.as(api.operator());
  private final String key = aKey();
  private final String name = aName();

  @BeforeEach
  void no_answer_can_be_kept() {
    api.tables()
        .run(
            """
            create or replace function refuse_answer() returns trigger language plpgsql
              as $$ begin raise exception 'a test'; end $$;
            create trigger refuse_answer before update on idempotency_key for each row
              when (new.key = '%s' and new.status is not null) execute function refuse_answer()
            """
                .formatted(key));
  }

  @AfterEach
  void answers_can_be_kept() {
    api.tables().run("drop trigger if exists refuse_answer on idempotency_key");
  }

  /// Sends twice, the second time where the answer can be kept.
  private Http.Answer sentTwice(String path, @Nullable String body, String effects) {
    var first = operator.once(key).send("POST", path, body);
    assertThat(first.status()).isEqualTo(500);
    assertThat(api.tables().value(effects)).isEqualTo("0");
    answers_can_be_kept();
    var second = operator.once(key).send("POST", path, body);
    assertThat(api.tables().value(effects)).isEqualTo("1");
    return second;
  }

  @Test
  void a_public_key_is_stored_with_its_answer() {
    var answer =
        sentTwice(
            "/api/v1/ssh_keys",
            """
            {"name":"%s","public_key":"ssh-ed25519 \
            AAAAC3NzaC1lZDI1NTE5AAAAIOAofyVe69C54T98oeuakUEJ8+qfPuJqKWuQbIdm8N/2 me@example.org"}
            """
                .formatted(name),
            "select count(*) from ssh_key where name = '" + name + "'");

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  @Test
  void a_machine_is_made_by_hand_with_its_answer() {
    var answer =
        sentTwice(
            "/api/v1/admin/simulators/sim-1/machines",
            "{\"name\":\"%s\",\"plan\":\"s-1\",\"image\":\"debian-13\"}".formatted(name),
            "select count(*) from sim_machine where name = '" + name + "'");

    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
  }

  @Test
  void a_worker_is_drained_with_its_answer() {
    api.tables()
        .run(
            """
            insert into worker (id, build, queues, status, last_seen_at)
            values ('w-%s', '1.0', '{lifecycle}', 'online', now())
            """
                .formatted(name));

    var answer =
        sentTwice(
            "/api/v1/admin/workers/w-" + name + "/drain",
            null,
            "select count(*) from worker where drain_asked_at is not null and id = 'w-"
                + name
                + "'");

    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
  }
}
