package dev.slipway.workflows.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RoleTest {

  @Test
  void a_tenant_user_neither_repairs_nor_sees_others() {
    assertThat(Role.TENANT_USER.permissions())
        .doesNotContain(
            Permission.ACTIONS_REPAIR, Permission.TENANTS_VIEW_ALL, Permission.SIMULATOR_MANAGE)
        .contains(Permission.SERVERS_MANAGE);
    assertThat(Role.TENANT_USER.isPlatform()).isFalse();
    assertThat(Role.OPERATOR.isPlatform()).isTrue();
    assertThat(Role.ADMINISTRATOR.permissions()).containsExactlyInAnyOrder(Permission.values());
  }

  @Test
  void every_role_and_permission_says_what_it_is() {
    assertThat(Role.TENANT_USER.code()).isEqualTo("tenant_user");
    assertThat(Role.values()).noneMatch(role -> role.label().isBlank());
    assertThat(List.of(Permission.values()))
        .allMatch(permission -> permission.code().matches("[a-z]+\\.[a-z_]+"))
        .noneMatch(permission -> permission.text().isBlank())
        .extracting(Permission::code)
        .doesNotHaveDuplicates();
  }

  @Test
  void a_scope_is_one_tenant_or_the_whole_platform() {
    assertThat(Scope.PLATFORM.setting()).isEqualTo("*");
    assertThat(Scope.of(new TenantId("ten_1")).setting()).isEqualTo("ten_1");
  }
}
