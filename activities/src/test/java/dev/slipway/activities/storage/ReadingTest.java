package dev.slipway.activities.storage;

import static dev.slipway.activities.storage.Storage.NORTH;
import static dev.slipway.activities.storage.Storage.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.workflows.tenant.Scope;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReadingTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final JdbcTransactions transactions = STORAGE.get(JdbcTransactions.class);
  private final Sql sql = STORAGE.get(Sql.class);

  @Test
  void every_statement_sees_the_rows_of_the_scope() {
    List<List<String>> seen =
        transactions.reading(Scope.of(NORTH), () -> List.of(tenants(), tenants()));

    assertThat(seen).containsExactly(List.of("ten_north"), List.of("ten_north"));
    assertThat(transactions.reading(Scope.of(SOUTH), this::tenants)).containsExactly("ten_south");
    assertThat(transactions.reading(Scope.PLATFORM, this::tenants))
        .contains("ten_north", "ten_south");
  }

  @Test
  void nothing_of_it_is_left_on_the_connection() {
    transactions.reading(Scope.PLATFORM, this::tenants);

    assertThat(transactions.outside(this::tenants)).isEmpty();
    assertThat(CurrentScope.tenant()).isNull();
  }

  @Test
  void each_is_a_transaction_of_its_own() {
    List<String> numbers =
        transactions.reading(Scope.of(NORTH), () -> List.of(transaction(), transaction()));

    assertThat(numbers).doesNotHaveDuplicates();
  }

  /// The driver asks what such a value is, and parts the message from then on.
  @Test
  void a_value_of_no_type_changes_nothing() {
    List<Integer> seen =
        transactions.reading(
            Scope.of(NORTH),
            () -> Stream.generate(this::tenantsOrNone).limit(8).map(List::size).toList());

    assertThat(seen).containsOnly(1);
  }

  @Test
  void after_a_wrong_statement_the_connection_is_as_before() {
    List<String> seen =
        transactions.reading(
            Scope.of(NORTH),
            () -> {
              assertThatThrownBy(() -> sql.of("select nothing").list(row -> row.text("nothing")))
                  .hasMessageContaining("nothing");
              return tenants();
            });

    assertThat(seen).containsExactly("ten_north");
  }

  @Test
  void the_database_refuses_to_write() {
    var insert = "insert into tenant (id, name, path) values ('ten_r', 'R', '/platform/r')";

    assertThatThrownBy(() -> transactions.reading(Scope.PLATFORM, () -> sql.of(insert).update()))
        .hasStackTraceContaining("read-only transaction");
    assertThat(transactions.reading(Scope.PLATFORM, this::tenants)).doesNotContain("ten_r");
  }

  @Test
  void a_transaction_inside_writes_and_keeps_the_scope() {
    int written =
        transactions.reading(
            Scope.of(NORTH),
            () ->
                transactions.in(
                    Scope.PLATFORM, () -> sql.of("update tenant set name = name").update()));

    assertThat(written).isEqualTo(1);
  }

  @Test
  void what_is_begun_inside_is_undone_alone() {
    List<String> seen =
        transactions.reading(
            Scope.of(NORTH),
            () -> {
              assertThatThrownBy(() ->
                      transactions.in(
                          Scope.of(NORTH),
                          () -> {
                            sql.of("update tenant set name = 'Lost'").update();
                            throw new IllegalArgumentException("on purpose");
                          }))
                  .hasMessage("on purpose");
              return names();
            });

    assertThat(seen).hasSize(1).doesNotContain("Lost");
  }

  @Test
  void one_goes_on_reading_after_transactions_of_other_kinds() {
    List<String> seen =
        transactions.reading(
            Scope.of(NORTH),
            () -> {
              transactions.outside(() -> true);
              transactions.relaxedAloneIn(Scope.of(SOUTH), this::tenants);
              return tenants();
            });

    assertThat(seen).containsExactly("ten_north");
  }

  @Test
  void inside_a_transaction_it_is_part_of_it() {
    List<String> seen =
        transactions.in(
            Scope.of(NORTH), () -> transactions.reading(Scope.of(SOUTH), this::tenants));

    assertThat(seen).containsExactly("ten_north");
  }

  @Test
  void a_look_across_tenants_ends_with_the_scope_that_was_read_in() {
    List<String> after =
        transactions.reading(
            Scope.of(NORTH),
            () -> {
              assertThat(transactions.acrossTenants(this::tenants)).contains("ten_south");
              return tenants();
            });

    assertThat(after).containsExactly("ten_north");
  }

  private List<String> tenants() {
    return sql.of("select id from tenant order by id").list(row -> row.text("id"));
  }

  private List<String> tenantsOrNone() {
    return sql.of("select id from tenant where id = coalesce(:none, id)")
        .with("none", null)
        .list(row -> row.text("id"));
  }

  private List<String> names() {
    return sql.of("select name from tenant").list(row -> row.text("name"));
  }

  private String transaction() {
    return sql.of("select virtualtransaction as number from pg_locks where pid = pg_backend_pid()")
        .list(row -> row.text("number"))
        .getFirst();
  }
}
