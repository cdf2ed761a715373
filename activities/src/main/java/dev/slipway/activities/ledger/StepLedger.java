package dev.slipway.activities.ledger;

import dev.slipway.activities.provider.Found;
import dev.slipway.activities.temporal.StepAttempt;
import dev.slipway.workflows.step.StepKey;
import jakarta.inject.Singleton;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// The ledger as the attempt of a step uses it: what it writes is written with the attempt's
/// success.
@Singleton
public final class StepLedger {

  private final Ledger ledger;

  StepLedger(Ledger ledger) {
    this.ledger = ledger;
  }

  /// What the attempt's step has, unless it is gone.
  public Optional<ExternalObject> mine() {
    return ofKey(StepAttempt.current().key());
  }

  /// What the step of a key has, unless it is gone.
  public Optional<ExternalObject> ofKey(String key) {
    StepKey of = StepKey.of(key);
    return ledger.find(of.action(), of.step(), of.generation());
  }

  /// What the attempt's action has of a kind.
  public List<ExternalObject> ofAction(String kind) {
    return ledger.present(StepAttempt.current().context().action()).stream()
        .filter(object -> object.kind().equals(kind))
        .toList();
  }

  /// Keys of the attempt's action whose undo was skipped: something may bear one, though nothing is
  /// recorded.
  public List<String> keysLeft() {
    return ledger.keysLeft(StepAttempt.current().context().action());
  }

  /// The object of an external id where another step has it.
  public Optional<ExternalObject> boundElsewhere(String externalId, String location) {
    String key = StepAttempt.current().key();
    return ledger.boundTo(externalId, location).filter(object -> !object.key().equals(key));
  }

  /// Records what the step has. An adopted object stays an adopted one.
  public void has(Origin origin, String kind, String externalId, Place place) {
    StepAttempt attempt = StepAttempt.current();
    ExternalObject object = object(origin, kind, externalId, place);
    attempt.madeExternal(externalId);
    attempt.atEnd(() -> ledger.record(object));
  }

  /// Records at once that the step is about to take what a person made. However the attempt ends,
  /// no undo takes it for something of ours.
  ///
  /// @return what has it already, nothing when it is taken
  public Optional<ExternalObject> takes(String kind, String externalId, Place place) {
    return ledger.take(object(Origin.ADOPTED, kind, externalId, place));
  }

  /// Records at once that the step did not take it.
  public void leaves() {
    var context = StepAttempt.current().context();
    ledger.gone(context.action(), context.step(), context.generation());
  }

  private static ExternalObject object(Origin origin, String kind, String externalId, Place place) {
    var context = StepAttempt.current().context();
    return new ExternalObject(
        context.action(),
        context.step(),
        context.generation(),
        kind,
        context.key(),
        externalId,
        origin,
        place.location(),
        place.tenant());
  }

  /// Whether the step of a key adopted an object.
  public boolean isAdopted(String key, String externalId) {
    return ofKey(key)
        .filter(object -> object.externalId().equals(externalId))
        .filter(ExternalObject::isAdopted)
        .isPresent();
  }

  /// Records that what an earlier step made was made again, under the same key.
  public void madeAgain(ExternalObject former, String externalId) {
    ExternalObject present =
        new ExternalObject(
            former.action(),
            former.step(),
            former.generation(),
            former.kind(),
            former.key(),
            externalId,
            Origin.CREATED,
            former.location(),
            former.tenant());
    StepAttempt.current().atEnd(() -> ledger.record(present));
  }

  /// Records that the step has nothing any more.
  public void hasNothing() {
    StepAttempt attempt = StepAttempt.current();
    var context = attempt.context();
    attempt.atEnd(() -> ledger.gone(context.action(), context.step(), context.generation()));
  }

  /// What an undo takes back: what is recorded and what bears the key. What is found is recorded at
  /// once, so that it stays known however the undo ends. Where several bear the key, only the
  /// recorded one is surely ours, and the others are reported as left.
  ///
  /// @throws dev.slipway.activities.provider.ProviderException of class `CONFLICT` when several
  ///   bear the key and none is recorded
  public <T> Set<String> toTakeBack(
      String kind, Found<T> found, Function<T, String> idOf, Place place) {
    StepAttempt attempt = StepAttempt.current();
    Set<String> ids = new LinkedHashSet<>();
    mine().map(ExternalObject::externalId).ifPresent(ids::add);
    if (found instanceof Found.Ambiguous<T>(var bearers) && !ids.isEmpty()) {
      bearers.stream()
          .filter(bearer -> !ids.contains(bearer))
          .forEach(bearer -> attempt.residual(kind, "bears a copy of our labels", bearer));
    } else {
      found
          .single(attempt.key())
          .map(idOf)
          .filter(ids::add)
          .filter(id -> ids.size() == 1)
          .ifPresent(id -> ledger.record(object(Origin.CREATED, kind, id, place)));
    }
    return ids;
  }

  /// Where an object is and whose it is.
  ///
  /// @param location the location's code
  /// @param tenant the tenant's id
  public record Place(String location, String tenant) {}
}
