package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.api.http.FieldError;
import dev.slipway.api.server.OrderRequest;
import dev.slipway.ui.shell.part.Amounts;
import dev.slipway.ui.shell.part.Block;
import dev.slipway.workflows.catalog.Image;
import dev.slipway.workflows.catalog.Location;
import dev.slipway.workflows.catalog.Price;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.sshkey.SshKey;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// What one chooses: plan and size, location, image, networks and keys, the name and what goes with
/// it.
final class OrderForm extends Div {
  private static final String TO_FAULT =
      """
      setTimeout(() => {
        const fault = this.querySelector('[invalid], #order-keys-accept');
        const field = fault?.querySelector('vaadin-radio-button, vaadin-checkbox') ?? fault;
        field?.scrollIntoView({block: 'center'});
        field?.focus({preventScroll: true});
      })\
      """;

  private final Offer offer;
  private final Choice<ServerPlan> plan;
  private final Choice<Location> location;
  private final Choice<Image> image;
  private final OwnSizeFields size;
  private final NetworkChoice networks;
  private final KeyChoice keys;
  private final ReviewFields review;
  private final Map<OrderPart, Span> chosen = new EnumMap<>(OrderPart.class);
  private final Map<OrderPart, PartMark> marks = new EnumMap<>(OrderPart.class);

  /// @param addKey asks for an SSH key to be added
  /// @param changed runs after every change
  OrderForm(Offer offer, Runnable addKey, Runnable changed) {
    this.offer = offer;
    addClassName("sw-col");
    size = new OwnSizeFields(changed);
    networks = new NetworkChoice(changed);
    keys = new KeyChoice(addKey, changed);
    plan = new Choice<>("order.plan", PlanCard::new, () -> planChanged(changed));
    location = new Choice<>("order.location", this::locationCard, () -> placeChanged(changed));
    image = new Choice<>("order.image", ImageCard::new, changed);
    review = new ReviewFields(changed);
    var access = Block.body(networks, keys);
    access.addClassName("sw-access");
    add(
        block(OrderPart.PLAN, Block.body(plan, size)),
        block(OrderPart.LOCATION, Block.body(location)),
        block(OrderPart.IMAGE, Block.body(image)),
        block(OrderPart.ACCESS, access),
        block(OrderPart.REVIEW, Block.body(review)));
    offerEverything();
  }

  private Block block(OrderPart part, Div content) {
    var summary = new Span();
    summary.addClassNames("sw-meta", "sw-ellipsis");
    chosen.put(part, summary);
    var mark = new PartMark(part);
    marks.put(part, mark);
    return Block.titled(part.title(), content).withStart(mark).withBeside(summary);
  }

  private LocationCard locationCard(Location each) {
    return new LocationCard(each, plan.value().map(chosen -> offers(chosen, each)).orElse(true));
  }

  private static boolean offers(ServerPlan plan, Location location) {
    return plan.locations().contains(location.code());
  }

  private void offerEverything() {
    plan.offer(offer.plans());
    image.offer(offer.images());
    location.offer(offer.locations());
    keys.offer(offer.keys());
    offer.plans().stream().findFirst().ifPresent(plan::choose);
    chooseFittingImage();
    chooseOpenLocation();
    plan.value().ifPresent(size::offer);
    offerNetworks();
    showChosen();
  }

  private void chooseFittingImage() {
    offer.images().stream()
        .filter(each -> plan.value().map(chosen -> fits(each, chosen)).orElse(true))
        .findFirst()
        .ifPresent(image::choose);
  }

  private static boolean fits(Image image, ServerPlan plan) {
    return image.minDiskGib() <= plan.size().diskGib()
        && image.minMemoryMib() <= plan.size().memoryMib();
  }

  private void chooseOpenLocation() {
    offer.locations().stream()
        .filter(Location::isAvailable)
        .filter(each -> plan.value().map(chosen -> offers(chosen, each)).orElse(true))
        .findFirst()
        .ifPresent(location::choose);
  }

  private void planChanged(Runnable changed) {
    plan.value().ifPresent(size::offer);
    var kept = location.value();
    location.offer(offer.locations());
    kept.ifPresentOrElse(location::choose, this::chooseUnlessGone);
    changed.run();
    showChosen();
  }

  private void chooseUnlessGone() {
    if (!location.isGone()) {
      chooseOpenLocation();
    }
  }

  private void placeChanged(Runnable changed) {
    offerNetworks();
    changed.run();
    showChosen();
  }

  private void offerNetworks() {
    location
        .value()
        .ifPresent(place ->
            networks.offer(
                offer.networks().stream()
                    .filter(each -> each.location().equals(place.code()))
                    .toList()));
  }

  private void showChosen() {
    show(
        OrderPart.PLAN,
        plan.value().map(each -> Amounts.size(each.name(), each.size())).orElse(""));
    show(OrderPart.LOCATION, location.value().map(Location::name).orElse(""));
    show(OrderPart.IMAGE, image.value().map(Image::name).orElse(""));
    show(
        OrderPart.ACCESS,
        text("order.access.chosen", String.join(", ", networks.codes()), keys.count()));
    show(OrderPart.REVIEW, review.inWords());
  }

  /// Fills the form; what does not exist any more is left open, and said where it is chosen.
  void fill(OrderRequest draft) {
    plan.choose(draft.plan(), ServerPlan::code);
    plan.value().ifPresentOrElse(size::offer, () -> size.setVisible(false));
    size.fill(draft.size());
    location.offer(offer.locations());
    chooseOpenLocation();
    location.choose(draft.location(), Location::code);
    image.choose(draft.image(), Image::code);
    offerNetworks();
    networks.choose(draft.networks());
    keys.choose(draft.sshKeys());
    review.fill(draft);
    showChosen();
  }

  private void show(OrderPart part, String words) {
    Objects.requireNonNull(chosen.get(part), part.name()).setText(words);
  }

  /// Offers a key that was added meanwhile, chosen already.
  void addChosen(SshKey key) {
    keys.addChosen(key);
  }

  OrderRequest request() {
    showChosen();
    return new OrderRequest(
        review.name(),
        plan.code(ServerPlan::code),
        size.own().orElse(null),
        image.code(Image::code),
        location.code(Location::code),
        networks.codes(),
        keys.ids(),
        review.labels(),
        review.userData(),
        null,
        null);
  }

  /// What the choice costs, as far as it can be told without asking.
  Optional<Price> price() {
    return plan.value().map(ServerPlan::price);
  }

  /// What is chosen, in few words, such as `S8, Falkenstein`.
  String choice() {
    return text(
        "order.choice",
        plan.value().map(ServerPlan::name).orElse(""),
        location.value().map(Location::name).orElse(""));
  }

  void clearErrors() {
    review.clearErrors();
    List.of(plan, location, image).forEach(Choice::clearError);
    size.clearErrors();
    networks.clearError();
    keys.clearError();
  }

  /// @param wanting the parts where something is missing or wrong
  void mark(Set<OrderPart> wanting) {
    marks.forEach((part, mark) -> mark.setDone(!wanting.contains(part)));
  }

  void show(List<FieldError> errors) {
    errors.forEach(this::show);
  }

  private void show(FieldError error) {
    var field = error.pointer().split("/", -1)[1];
    switch (field) {
      case "name", "labels", "user_data" -> review.refuse(field, error);
      case "plan" -> plan.refuse(error.detail());
      case "location" -> location.refuse(error.detail());
      case "image" -> image.refuse(error.detail());
      case "networks" -> networks.refuse(error.detail());
      case "ssh_keys" -> keys.refuse(error.detail());
      case "size" -> size.refuse(error);
      default -> {}
    }
  }

  /// What is filled in so that no request can say it.
  List<FieldError> unsaid() {
    return Stream.of(size.errors().stream(), networks.error().stream(), keys.error().stream())
        .flatMap(Function.identity())
        .toList();
  }

  /// Whether every error has a field here that shows it.
  boolean isPlaced(List<FieldError> errors) {
    return !errors.isEmpty()
        && errors.stream().allMatch(error -> OrderPart.of(error.pointer()).isPresent());
  }

  /// Brings the first field that shows a fault into view, and the focus to it.
  void leadToFault() {
    getElement().executeJs(TO_FAULT);
  }
}
