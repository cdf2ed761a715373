package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import dev.slipway.api.http.FieldError;
import dev.slipway.api.http.ProblemException;
import dev.slipway.api.http.ProblemType;
import dev.slipway.api.security.Caller;
import dev.slipway.api.server.DryRun;
import dev.slipway.api.server.KeyedOrders;
import dev.slipway.api.server.OrderRequest;
import dev.slipway.ui.action.ActionNavigation;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.Crumb;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.Needs;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.PageAddress;
import dev.slipway.ui.shell.failure.Refusal;
import dev.slipway.ui.shell.part.Block;
import dev.slipway.ui.shell.part.EmptyState;
import dev.slipway.ui.sshkey.AddSshKeyDialog;
import dev.slipway.ui.sshkey.SshKeyChanges;
import dev.slipway.workflows.catalog.Price;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.context.annotation.Prototype;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One page for an order: what is chosen on the left, what it costs and what will happen on the
/// right, and one button.
@Prototype
@Route(value = ServerNavigation.ORDER, layout = MainLayout.class)
@Needs(Permission.SERVERS_MANAGE)
final class OrderView extends Page implements BeforeEnterObserver {
  private final Caller caller;
  private final KeyedOrders orders;
  private final SshKeyChanges keys;
  private final OrderForm form;
  private final OrderSteps steps = new OrderSteps();
  private final OrderSummary summary = new OrderSummary(this::order);
  private final OrderPreview preview;
  private final String nameToCome = "new-" + UUID.randomUUID();
  private @Nullable OrderRequest sent;
  private String key = "";

  OrderView(SignedIn signedIn, OrderPreviews previews, KeyedOrders orders, OfferReader offers) {
    this.caller = signedIn.caller();
    this.orders = orders;
    var offer = offers.read(caller);
    this.keys = offers.keys();
    this.form = new OrderForm(offer, this::addKey, this::changed);
    this.preview =
        previews.on(
            this, caller, new OrderPreview.Answers(this::show, this::refuse, this::sayLate));
    if (offer.isEmpty()) {
      add(heading(text("order.title"), ""), new Block(nothingToOrder()));
      return;
    }
    var columns = new Div(form, summary);
    columns.addClassNames("sw-cols", "sw-order");
    add(heading(text("order.title"), text("order.about"), steps), columns, summary.bar());
  }

  private void addKey() {
    new AddSshKeyDialog((name, line) -> keys.create(caller, name, line), form::addChosen).open();
  }

  private static EmptyState nothingToOrder() {
    return new EmptyState("server", text("order.none.title"), text("order.none.text"));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    var draft = OrderDraft.of(PageAddress.parameters(event));
    if (draft != null) {
      form.fill(draft);
    }
    if (summary.getParent().isPresent()) {
      showChoice();
      preview.askAtOnce(checked());
    }
  }

  private void changed() {
    var location = new Location(ServerNavigation.ORDER, OrderDraft.address(form.request()));
    UI.getCurrent().getPage().getHistory().replaceState(null, location);
    showChoice();
    preview.ask(checked());
  }

  /// Shows what needs no answer.
  private void showChoice() {
    showKnownPrice();
    summary.showMore(form.request());
    var unsaid = form.unsaid();
    if (!unsaid.isEmpty()) {
      summary.refuse(Optional.empty());
      show(unsaid);
    }
  }

  /// While there is no name yet, the rest can be checked under another one, which nobody has.
  private OrderRequest checked() {
    var asked = form.request();
    return asked.name() == null ? named(asked) : asked;
  }

  private void show(DryRun run) {
    var errors = new ArrayList<>(form.unsaid());
    summary.show(run, form.choice());
    if (!errors.isEmpty()) {
      summary.refuse(Optional.empty());
    }
    run.blockers().stream().filter(OrderView::isOfName).map(OrderView::atName).forEach(errors::add);
    show(errors);
  }

  private void refuse(ProblemException problem) {
    var errors = new ArrayList<>(form.unsaid());
    errors.addAll(problem.errors());
    showPrice(form.price());
    summary.refuse(form.isPlaced(problem.errors()) ? Optional.empty() : Optional.of(problem));
    show(errors);
  }

  private void sayLate() {
    showKnownPrice();
    summary.sayLate();
  }

  /// What is ordered with the next press is priced before it is checked. The price of a size of
  /// one's own is not known without an answer.
  private void showKnownPrice() {
    showPrice(form.request().size() == null ? form.price() : Optional.empty());
  }

  private void showPrice(Optional<Price> known) {
    known.ifPresentOrElse(price -> summary.show(price, form.choice()), summary::showNoPrice);
  }

  private void show(List<FieldError> errors) {
    form.clearErrors();
    form.show(errors);
    mark(form.request(), errors);
  }

  private static boolean isOfName(DryRun.Blocker blocker) {
    return blocker.code().equals(ProblemType.UNIQUENESS_ERROR.code());
  }

  private static FieldError atName(DryRun.Blocker blocker) {
    return new FieldError("/name", blocker.code(), blocker.detail());
  }

  private void mark(OrderRequest asked, List<FieldError> errors) {
    var wanting = EnumSet.noneOf(OrderPart.class);
    errors.forEach(error -> OrderPart.of(error.pointer()).ifPresent(wanting::add));
    if (asked.name() == null) {
      wanting.add(OrderPart.REVIEW);
    }
    form.mark(wanting);
    steps.show(wanting);
    summary.showOpen(wanting);
  }

  private OrderRequest named(OrderRequest asked) {
    return new OrderRequest(
        nameToCome,
        asked.plan(),
        asked.size(),
        asked.image(),
        asked.location(),
        asked.networks(),
        asked.sshKeys(),
        asked.labels(),
        asked.userData(),
        asked.notBefore(),
        asked.tenant());
  }

  /// A filled form has one key until it is filled differently: pressed twice, or once more after an
  /// answer that was lost, it is the same order.
  private String keyOf(OrderRequest filled) {
    if (!filled.equals(sent)) {
      sent = filled;
      key = "form-" + UUID.randomUUID();
    }
    return key;
  }

  private void order() {
    if (!form.unsaid().isEmpty()) {
      preview.askAtOnce(checked());
      form.leadToFault();
      return;
    }
    preview.forget();
    form.clearErrors();
    try {
      var filled = form.request();
      var action = orders.order(caller, filled, keyOf(filled));
      UI.getCurrent().navigate(ActionNavigation.path(action));
    } catch (RuntimeException e) {
      refuse(Refusal.of(e));
      form.leadToFault();
    }
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(
        new Crumb(text("servers.title"), ServerNavigation.LIST), Crumb.here(text("order.crumb")));
  }
}
