package dev.slipway.activities.tenant;

import static dev.slipway.activities.server.ServerFixtures.NOON;
import static dev.slipway.activities.storage.Storage.NORTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.storage.Storage;
import dev.slipway.workflows.tenant.Role;
import dev.slipway.workflows.tenant.Tenant;
import dev.slipway.workflows.tenant.TenantId;
import dev.slipway.workflows.tenant.User;
import dev.slipway.workflows.tenant.UserId;
import dev.slipway.workflows.tenant.Users;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JdbcUsersTest {

  @RegisterExtension static final Storage STORAGE = new Storage();

  private final Users users = STORAGE.get(Users.class);

  @Test
  void a_user_is_found_by_his_address_in_any_case_of_letters() {
    User user = new User(new UserId("usr_1"), NORTH, "a@example.org", "A", Role.OPERATOR, null);

    users.save(user, "hash");

    assertThat(users.byEmail("A@Example.ORG")).contains(new Users.Credential(user, "hash"));
    assertThat(users.byId(user.id())).contains(user);
    assertThat(users.byEmail("b@example.org")).isEmpty();
    assertThat(users.byId(new UserId("usr_none"))).isEmpty();
  }

  @Test
  void a_sign_in_is_written_down() {
    UserId id = new UserId("usr_2");
    users.save(new User(id, NORTH, "c@example.org", "C", Role.TENANT_USER, null), "hash");

    users.signedIn(id, NOON);

    assertThat(users.byId(id))
        .hasValueSatisfying(user -> assertThat(user.lastLoginAt()).isEqualTo(NOON));
  }

  @Test
  void saving_again_changes_everything_but_the_id() {
    UserId id = new UserId("usr_3");
    users.save(new User(id, NORTH, "d@example.org", "D", Role.TENANT_USER, null), "hash");

    User changed = new User(id, NORTH, "e@example.org", "E", Role.OPERATOR, NOON);
    users.save(changed, "other");

    assertThat(users.byEmail("d@example.org")).isEmpty();
    assertThat(users.byEmail("e@example.org")).contains(new Users.Credential(changed, "other"));
  }

  @Test
  void a_tenant_is_made_and_renamed() {
    TenantId id = new TenantId("ten_new");

    users.save(new Tenant(id, "New", "/platform/new"));
    users.save(new Tenant(id, "Newer", "/platform/new"));

    assertThat(users.tenant(id)).contains(new Tenant(id, "Newer", "/platform/new"));
    assertThat(users.tenant(new TenantId("ten_none"))).isEmpty();
  }

  @Test
  void tenants_are_found_by_their_ids_and_by_a_part_of_their_name() {
    var ash = new Tenant(new TenantId("ten_ash"), "Ash 100% Hosting", "/platform/ash");
    var elm = new Tenant(new TenantId("ten_elm"), "Elm 100 Hosting", "/platform/elm");
    users.save(elm);
    users.save(ash);

    assertThat(users.tenants(List.of(ash.id(), elm.id(), new TenantId("ten_none"))))
        .containsExactlyInAnyOrder(ash, elm);
    assertThat(users.tenantsLike("HOSTING", 10)).containsExactly(ash, elm);
    assertThat(users.tenantsLike("hosting", 1)).containsExactly(ash);
    assertThat(users.tenantsLike("100%", 10)).containsExactly(ash);
  }
}
