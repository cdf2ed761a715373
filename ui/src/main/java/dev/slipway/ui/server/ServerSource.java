package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import dev.slipway.api.catalog.CatalogService;
import dev.slipway.api.security.Caller;
import dev.slipway.api.server.OrderRequest;
import dev.slipway.api.server.OrderRequest.OwnSize;
import dev.slipway.api.server.ServerService;
import dev.slipway.ui.shell.palette.Likeness;
import dev.slipway.ui.shell.palette.PaletteItem;
import dev.slipway.ui.shell.palette.PaletteItem.Group;
import dev.slipway.ui.shell.palette.PaletteSource;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.page.PageRequest;
import dev.slipway.workflows.server.Server;
import dev.slipway.workflows.server.ServerFilter;
import dev.slipway.workflows.tenant.Permission;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Servers by name or address and what may be done with the one that fits best, a new one, and
/// another one like a known one.
@Singleton
final class ServerSource implements PaletteSource {
  private static final PageRequest MATCHING = new PageRequest(1, 50);
  private static final int MOST = 4;

  private final ServerService servers;
  private final CatalogService catalog;

  ServerSource(ServerService servers, CatalogService catalog) {
    this.servers = servers;
    this.catalog = catalog;
  }

  @Override
  public List<PaletteItem> find(Caller caller, String words) {
    var found = new ArrayList<PaletteItem>();
    boolean mayManage = caller.may(Permission.SERVERS_MANAGE);
    var order = text("servers.order");
    if (mayManage && order.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT))) {
      found.add(PaletteItem.to(ServerNavigation.ORDER, Group.CREATE, "plus", order, ""));
    }
    if (!words.isEmpty() && caller.may(Permission.SERVERS_VIEW)) {
      var matching = best(servers.list(caller, named(words), MATCHING).items(), words);
      var names = CatalogNames.read(catalog, caller);
      matching.forEach(server -> found.add(goTo(server, names)));
      matching.stream()
          .findFirst()
          .ifPresent(best -> {
            found.addAll(ServerActs.copies(best));
            if (mayManage) {
              found.addAll(ServerActs.changes(best));
              found.add(like(best, names, catalog.plans(caller)));
            }
          });
    }
    return found;
  }

  /// By name, so that the server of just this name is among them.
  private static ServerFilter named(String words) {
    return new ServerFilter(
        Set.of(), null, words, Map.of(), null, null, ServerFilter.Sort.NAME_ASC);
  }

  private static List<Server> best(List<Server> matching, String words) {
    return matching.stream()
        .sorted(Comparator.comparing(server -> Likeness.of(server.name().value(), words)))
        .limit(MOST)
        .toList();
  }

  private static PaletteItem goTo(Server server, CatalogNames names) {
    var state = text("servers.state." + server.status().code());
    return PaletteItem.to(
        ServerNavigation.path(server.id()),
        Group.GO,
        "server",
        server.name().value(),
        text("palette.server", state, names.plan(server), names.place(server)));
  }

  private static PaletteItem like(Server server, CatalogNames names, List<ServerPlan> plans) {
    var draft =
        OrderDraft.address(
            new OrderRequest(
                null,
                server.plan(),
                ownSize(server, plans),
                server.image(),
                server.location(),
                server.networks(),
                List.of(),
                Map.of(),
                null,
                null,
                null));
    return PaletteItem.to(
        ServerNavigation.ORDER + "?" + draft.getQueryString(),
        Group.CREATE,
        "plus",
        text("palette.like", server.name()),
        text("palette.like.what", names.plan(server), names.image(server), names.place(server)));
  }

  /// The server's size where it is not the plan's and the plan allows another one.
  private static @Nullable OwnSize ownSize(Server server, List<ServerPlan> plans) {
    var size = server.size();
    return plans.stream()
        .filter(plan -> plan.code().equals(server.plan()) && plan.custom() != null)
        .filter(plan -> !plan.size().equals(size))
        .findFirst()
        .map(_ -> new OwnSize(size.vcpus(), size.memoryMib(), size.diskGib()))
        .orElse(null);
  }
}
