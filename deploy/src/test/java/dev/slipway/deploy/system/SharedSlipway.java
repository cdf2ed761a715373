package dev.slipway.deploy.system;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// One running Slipway with real servers behind it, shared by the tests that do not break it. It is
/// started by the first that asks, and ends with the JVM.
final class SharedSlipway {

  private static final int LOCATIONS = 24;

  private final SlipwayProcess process;
  private final List<String> locations;
  private final AtomicInteger next = new AtomicInteger();
  private final Map<People, Buyer> signedIn = new ConcurrentHashMap<>();

  private SharedSlipway() {
    process = SlipwayProcess.with(Map.of("SLIPWAY_TEMPORAL", "local")).start();
    locations = Locations.add(database(), LOCATIONS);
  }

  private static final class Holder {
    private static final SharedSlipway ONE = closedAtTheEnd(new SharedSlipway());

    private static SharedSlipway closedAtTheEnd(SharedSlipway slipway) {
      Runtime.getRuntime().addShutdownHook(new Thread(slipway.process::close));
      return slipway;
    }
  }

  static SharedSlipway running() {
    return Holder.ONE;
  }

  ProductDatabase database() {
    return new ProductDatabase(process);
  }

  SlipwayProcess process() {
    return process;
  }

  /// Signs a person in, once: checking a password is slow on purpose.
  Buyer as(People person) {
    return signedIn.computeIfAbsent(
        person, who -> new Buyer(ApiClient.signedIn(process.address(), who)));
  }

  SimulatedLocation location(String code) {
    return new SimulatedLocation(as(People.ADMIN).api(), code);
  }

  /// The locations that only tests use.
  List<String> ownLocations() {
    return locations;
  }

  /// A location no other test has a fault on at this time: tests of a class run one by one.
  SimulatedLocation quietLocation() {
    SimulatedLocation location = location(locations.get(next.getAndIncrement() % locations.size()));
    location.clear();
    return location;
  }
}
