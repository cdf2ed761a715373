package dev.slipway.api.server;

import dev.slipway.api.http.FieldErrors;
import dev.slipway.api.security.Caller;
import dev.slipway.workflows.catalog.Catalog;
import dev.slipway.workflows.catalog.Location;
import dev.slipway.workflows.catalog.Misfit;
import dev.slipway.workflows.catalog.Network;
import dev.slipway.workflows.tenant.TenantId;
import dev.slipway.workflows.tenant.Users;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Checks an order against the catalogue, all of it before refusing any.
@Singleton
class OrderChecks {

  private static final int MOST_USER_DATA_BYTES = 32 * 1024;
  private static final Duration FURTHEST_START = Duration.ofDays(366);

  private final Catalog catalog;
  private final Users users;
  private final OrderKeys keys;
  private final Clock clock;

  OrderChecks(Catalog catalog, Users users, OrderKeys keys, Clock clock) {
    this.catalog = catalog;
    this.users = users;
    this.keys = keys;
    this.clock = clock;
  }

  /// @throws dev.slipway.api.http.ProblemException `invalid_input` with a pointer for each fault
  CheckedOrder check(Caller caller, OrderRequest request) {
    var errors = new FieldErrors();
    var name = ServerReadings.name(request.name(), errors);
    var plan = ServerReadings.known("plan", request.plan(), catalog::plan, errors);
    var image = ServerReadings.known("image", request.image(), catalog::image, errors);
    var location = ServerReadings.known("location", request.location(), catalog::location, errors);
    var tenant = tenant(caller, request.tenant(), errors);
    checkRest(request, errors);
    var size = plan.map(found -> OrderSize.of(found, request.size(), errors));
    plan.ifPresent(
        found -> location.flatMap(found::misfit).ifPresent(no -> addAll(List.of(no), errors)));
    image.ifPresent(from -> size.ifPresent(of -> addAll(from.misfits(of), errors)));
    var networks = location.map(at -> networks(request.networks(), at, errors));
    var sshKeys = tenant.map(owner -> keys.of(owner, request.sshKeys(), errors));
    errors.throwIfAny();
    return new CheckedOrder(
        request,
        tenant.orElseThrow(),
        name.orElseThrow(),
        plan.orElseThrow(),
        size.orElseThrow(),
        image.orElseThrow(),
        location.orElseThrow(),
        networks.orElseThrow(),
        sshKeys.orElseThrow());
  }

  private List<Network> networksAt(Location location) {
    return catalog.networks().stream()
        .filter(network -> network.location().equals(location.code()))
        .toList();
  }

  private Optional<TenantId> tenant(Caller caller, @Nullable String given, FieldErrors errors) {
    if (given == null || given.equals(caller.tenant().value())) {
      return Optional.of(caller.tenant());
    }
    if (caller.role().isPlatform() && given.matches(TenantId.PREFIX + "_[0-9a-z]{1,40}")) {
      TenantId id = new TenantId(given);
      if (users.tenant(id).isPresent()) {
        return Optional.of(id);
      }
    }
    errors.add("/tenant_id", "unknown", "There is no such tenant.");
    return Optional.empty();
  }

  private void checkRest(OrderRequest request, FieldErrors errors) {
    Labels.check(request.labels(), errors);
    String userData = request.userData();
    if (userData != null
        && userData.getBytes(StandardCharsets.UTF_8).length > MOST_USER_DATA_BYTES) {
      errors.add("/user_data", "too_long", "User data has at most 32 KiB.");
    }
    Instant notBefore = request.notBefore();
    if (notBefore != null && notBefore.isAfter(clock.instant().plus(FURTHEST_START))) {
      errors.add("/not_before", "too_far", "An order starts within 366 days.");
    }
  }

  /// Adds what the catalogue has against something that is asked for.
  static void addAll(Collection<Misfit> misfits, FieldErrors errors) {
    misfits.forEach(misfit -> errors.add("/" + misfit.field(), misfit.code(), misfit.message()));
  }

  private List<String> networks(List<String> given, Location location, FieldErrors errors) {
    List<Network> there = networksAt(location);
    List<String> wanted = given.isEmpty() ? List.of("public") : given;
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < wanted.size(); i++) {
      String reference = wanted.get(i);
      Optional<String> code =
          there.stream()
              .filter(net -> net.code().equals(reference) || net.id().equals(reference))
              .map(Network::code)
              .findFirst();
      if (code.isEmpty()) {
        errors.add("/networks/" + i, "unknown", "There is no such network in this location.");
      }
      code.filter(each -> !codes.contains(each)).ifPresent(codes::add);
    }
    return codes;
  }
}
