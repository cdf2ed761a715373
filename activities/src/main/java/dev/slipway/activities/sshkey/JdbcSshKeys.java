package dev.slipway.activities.sshkey;

import dev.slipway.activities.storage.Row;
import dev.slipway.activities.storage.Sql;
import dev.slipway.activities.storage.Totals;
import dev.slipway.activities.storage.Where;
import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.sshkey.SshKey;
import dev.slipway.workflows.sshkey.SshKeyId;
import dev.slipway.workflows.sshkey.SshKeyTakenException;
import dev.slipway.workflows.sshkey.SshKeys;
import dev.slipway.workflows.sshkey.SshPublicKey;
import dev.slipway.workflows.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// [SshKeys] in PostgreSQL.
@Singleton
final class JdbcSshKeys implements SshKeys {

  private final Sql sql;
  private final Totals totals;
  private final Clock clock;

  JdbcSshKeys(Sql sql, Totals totals, Clock clock) {
    this.sql = sql;
    this.totals = totals;
    this.clock = clock;
  }

  @Override
  public void create(SshKey key) {
    String insert =
        """
        insert into ssh_key (id, tenant_id, name, public_key, fingerprint, created_at)
        values (:id, :tenant, :name, :line, :fingerprint, :createdAt)
        on conflict do nothing
        """;
    int inserted =
        sql.of(insert)
            .with("id", key.id().value())
            .with("tenant", key.tenantId().value())
            .with("name", key.name())
            .with("line", key.publicKey().line())
            .with("fingerprint", key.publicKey().fingerprint())
            .with("createdAt", key.createdAt())
            .update();
    if (inserted == 0) {
      boolean isName = find(key.tenantId(), key.name()).isPresent();
      throw new SshKeyTakenException(isName ? "name" : "public_key");
    }
  }

  @Override
  public Optional<SshKey> find(TenantId tenant, String reference) {
    String select =
        """
        select * from ssh_key
        where tenant_id = :tenant and deleted_at is null and (id = :reference or name = :reference)
        order by id = :reference desc
        limit 1
        """;
    return sql.of(select)
        .with("tenant", tenant.value())
        .with("reference", reference)
        .one(JdbcSshKeys::key);
  }

  @Override
  public Page<SshKey> list(TenantId tenant, PageRequest page) {
    Where where = ofTenant(tenant);
    String order = " order by name, id";
    List<SshKey> items =
        sql.of("select * from ssh_key " + where.clause() + order + " limit :limit offset :offset")
            .withAll(where.values())
            .with("limit", page.perPage())
            .with("offset", page.offset())
            .list(JdbcSshKeys::key);
    return totals.page(items, page, new Totals.Listed("ssh_key", where, order));
  }

  private static Where ofTenant(TenantId tenant) {
    return new Where()
        .and("deleted_at is null")
        .and("tenant_id = :tenant", "tenant", tenant.value());
  }

  @Override
  public long countOf(TenantId tenant) {
    Where where = ofTenant(tenant);
    return sql.of("select count(*) as total from ssh_key " + where.clause())
        .withAll(where.values())
        .one(row -> row.large("total"))
        .orElse(0L);
  }

  @Override
  public boolean delete(TenantId tenant, SshKeyId id) {
    String mark =
        """
        update ssh_key set deleted_at = :now
        where id = :id and tenant_id = :tenant and deleted_at is null
        """;
    return sql.of(mark)
            .with("id", id.value())
            .with("tenant", tenant.value())
            .with("now", clock.instant())
            .update()
        == 1;
  }

  @Override
  public Map<SshKeyId, String> names(Collection<SshKeyId> ids) {
    Map<SshKeyId, String> names = new HashMap<>();
    if (!ids.isEmpty()) {
      sql.of("select id, name from ssh_key where id = any(:ids)")
          .with("ids", ids.stream().map(SshKeyId::value).toList())
          .list(row -> names.put(new SshKeyId(row.text("id")), row.text("name")));
    }
    return Map.copyOf(names);
  }

  @Override
  public List<String> lines(List<String> ids) {
    return sql.of("select public_key from ssh_key where id = any(:ids) order by id")
        .with("ids", ids)
        .list(row -> row.text("public_key"));
  }

  private static SshKey key(Row row) throws SQLException {
    return new SshKey(
        new SshKeyId(row.text("id")),
        new TenantId(row.text("tenant_id")),
        row.text("name"),
        SshPublicKey.parse(row.text("public_key")),
        row.instant("created_at"));
  }
}
