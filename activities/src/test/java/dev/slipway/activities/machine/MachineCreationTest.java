package dev.slipway.activities.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.activities.provider.ComputeProvider;
import dev.slipway.activities.provider.Operation;
import dev.slipway.activities.provider.simulator.SimulatedWorld;
import dev.slipway.activities.server.ServerFixtures;
import dev.slipway.activities.storage.Storage;
import dev.slipway.activities.temporal.StepWorld;
import dev.slipway.workflows.machine.CreateMachine;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.Servers;
import dev.slipway.workflows.tenant.Scope;
import dev.slipway.workflows.tenant.TenantId;
import dev.slipway.workflows.tenant.Transactions;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MachineCreationTest {

  @RegisterExtension static final Storage STORAGE = SimulatedWorld.storage();

  private final List<Operation> started = new ArrayList<>();

  @Test
  void a_machine_gets_the_user_data_of_its_server_and_nobody_prints_it() {
    MachineScene scene = new MachineScene(STORAGE);
    Server server = store("#cloud-config\npassword: secret\n");
    CreateMachine request = requestFor(server, scene.request(), List.of());
    ComputeProvider provider = watched(scene.provider());

    scene
        .world()
        .run(
            MachineScene.CREATE,
            () ->
                STORAGE
                    .get(MachineCreation.class)
                    .findOrCreate(provider, request, scene.world().key(MachineScene.CREATE)));

    assertThat(started)
        .singleElement()
        .isInstanceOfSatisfying(
            Operation.Create.class,
            create -> {
              assertThat(create.networks()).isEqualTo(MachineScene.NETWORKS);
              assertThat(create.userData())
                  .isEqualTo(new Operation.UserData("#cloud-config\npassword: secret\n"));
              assertThat(create.toString()).doesNotContain("secret");
            });
  }

  @Test
  void a_machine_gets_the_public_keys_of_its_order_removed_ones_too() {
    MachineScene scene = new MachineScene(STORAGE);
    STORAGE.execute(
        """
        insert into ssh_key (id, tenant_id, name, public_key, fingerprint, created_at, deleted_at)
        values ('key_1', 'ten_north', 'one', 'ssh-ed25519 one', 'SHA256:1', now(), null),
               ('key_2', 'ten_north', 'two', 'ssh-ed25519 two', 'SHA256:2', now(), now()),
               ('key_3', 'ten_north', 'three', 'ssh-ed25519 three', 'SHA256:3', now(), null)
        """);
    Server server = store(null);
    CreateMachine request =
        requestFor(server, scene.request(), List.of("key_2", "key_1", "key_gone"));

    scene
        .world()
        .run(
            MachineScene.CREATE,
            () ->
                STORAGE
                    .get(MachineCreation.class)
                    .findOrCreate(
                        watched(scene.provider()),
                        request,
                        scene.world().key(MachineScene.CREATE)));

    assertThat(started)
        .singleElement()
        .isInstanceOfSatisfying(
            Operation.Create.class,
            create ->
                assertThat(create.sshKeys()).containsExactly("ssh-ed25519 one", "ssh-ed25519 two"));
  }

  private static Server store(@Nullable String userData) {
    Server server = ServerFixtures.aServer(new TenantId(StepWorld.TENANT));
    return STORAGE
        .get(Transactions.class)
        .in(
            Scope.PLATFORM,
            () -> {
              STORAGE.get(Servers.class).create(server, userData);
              return server;
            });
  }

  private static CreateMachine requestFor(Server server, CreateMachine like, List<String> sshKeys) {
    return new CreateMachine(
        like.tenant(),
        server.id().value(),
        server.name().value(),
        like.reservation(),
        like.addresses(),
        like.networks(),
        like.image(),
        sshKeys);
  }

  /// The provider, with an ear on what is started.
  private ComputeProvider watched(ComputeProvider provider) {
    return (ComputeProvider)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ComputeProvider.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("start")) {
                started.add((Operation) arguments[0]);
              }
              try {
                return method.invoke(provider, arguments);
              } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
              }
            });
  }
}
