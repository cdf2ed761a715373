package dev.slipway.ui.attention;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.Route;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.action.ActionNavigation;
import dev.slipway.ui.action.InputOptions;
import dev.slipway.ui.session.SignedIn;
import dev.slipway.ui.shell.Counted;
import dev.slipway.ui.shell.Crumb;
import dev.slipway.ui.shell.MainLayout;
import dev.slipway.ui.shell.Needs;
import dev.slipway.ui.shell.Page;
import dev.slipway.ui.shell.PageAddress;
import dev.slipway.ui.shell.live.Live;
import dev.slipway.ui.shell.part.Block;
import dev.slipway.ui.shell.part.EmptyState;
import dev.slipway.ui.shell.part.LastingParts;
import dev.slipway.ui.shell.part.Seen;
import dev.slipway.ui.shell.part.Times;
import dev.slipway.workflows.tenant.Permission;
import dev.slipway.workflows.tenant.User;
import io.micronaut.context.annotation.Prototype;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Everything that waits for a person on one page, by cause, to be decided one by one or together.
@Prototype
@Route(value = AttentionView.PATH, layout = MainLayout.class)
@Needs(Permission.ACTIONS_REPAIR)
final class AttentionView extends Page implements BeforeEnterObserver {
  static final String PATH = ActionNavigation.ATTENTION;
  private static final Duration AT_MOST_EVERY = Duration.ofMillis(400);

  private final Caller caller;
  private final AttentionReader reader;
  private final Live live;
  private final Set<Choice> selected = new LinkedHashSet<>();
  private final H1 title = new H1();
  private final Span sub = new Span();
  private final CausesHead columns = new CausesHead(this::chooseAll);
  private final Div causes = new Div();
  private final Div instead = new Div();
  private final Seen nothing = new Seen();
  private final LastingParts<Cause, CauseBlock> blocks =
      new LastingParts<>(causes, Cause::key, this::block);
  private final BulkPanel bulk;
  private final WaitingPanel waiting = new WaitingPanel();
  private final User me;
  private final AttentionFilters filters;
  private AttentionQuery query = AttentionQuery.ALL;
  private AttentionListing shown;

  AttentionView(SignedIn signedIn, AttentionReader reader, BulkCommands commands, Live live) {
    super("data");
    this.caller = signedIn.caller();
    this.reader = reader;
    this.live = live;
    this.shown =
        new AttentionListing(List.of(), Map.of(), Map.of(), new InputOptions(Map.of()), live.now());
    this.me = signedIn.profile().user();
    this.filters = new AttentionFilters(this::ask);
    this.bulk = new BulkPanel(commands.by(caller, me), this::refresh);
    sub.addClassName("sub");
    var head = new Div(title, sub);
    head.addClassName("sw-page-head");
    head.getElement().setAttribute("aria-live", "polite");
    var side = new Div(bulk, waiting);
    side.addClassName("sw-col");
    var body = new Div(new Block(columns, causes, instead), side);
    body.addClassName("sw-cols");
    add(head, filters, body);
    live.follow(this, new Live.Interest<>(AT_MOST_EVERY, change -> true, this::read, this::show));
  }

  @Override
  public void beforeEnter(BeforeEnterEvent event) {
    query = AttentionQuery.of(PageAddress.parameters(event));
    refresh();
  }

  private void ask(AttentionQuery asked) {
    query = asked;
    var location = new Location(PATH, asked.parameters());
    UI.getCurrent().getPage().getHistory().replaceState(null, location);
    refresh();
  }

  private AttentionListing read() {
    return reader.read(caller, me.id(), live.now());
  }

  private void refresh() {
    show(read());
  }

  /// Only what is shown can be chosen, so no command reaches what a filter hides, nor a parking
  /// that came after the one that was chosen.
  private void show(AttentionListing listing) {
    shown = listing.narrowed(query);
    selected.retainAll(shown.choices());
    title.setText(text("attention.heading", listing.count()));
    Counted.tell(Map.of(PATH, listing.count()));
    sub.setText(listing.causes().isEmpty() ? "" : summary(listing));
    filters.show(query, listing);
    filters.setVisible(query.isFiltered() || !listing.causes().isEmpty());
    waiting.show(listing);
    draw();
  }

  private static String summary(AttentionListing listing) {
    var oldest =
        listing.causes().stream()
            .map(cause -> cause.group().oldestAt())
            .min(Comparator.naturalOrder())
            .orElse(listing.readAt());
    return text(
        "attention.summary",
        listing.causes().size(),
        Times.span(Duration.between(oldest, listing.readAt())));
  }

  private void draw() {
    blocks.show(shown.causes(), (block, cause) -> block.show(cause, shown.readAt()));
    if (nothing.isNew(shown.causes().isEmpty(), query.isFiltered())) {
      instead.removeAll();
      if (shown.causes().isEmpty()) {
        instead.add(query.isFiltered() ? nothingMatches() : noneOpen());
      }
    }
    selectionChanged();
  }

  private void chooseAll(boolean isChosen) {
    selected.clear();
    if (isChosen) {
      selected.addAll(shown.choices());
    }
    draw();
  }

  private CauseBlock block(Cause cause) {
    return new CauseBlock(cause.group().cause(), selected, this::selectionChanged);
  }

  private static EmptyState noneOpen() {
    return new EmptyState("check", text("attention.none.title"), text("attention.none.text"))
        .toned("ok");
  }

  private EmptyState nothingMatches() {
    var clear = new Button(text("attention.clear"), click -> ask(AttentionQuery.ALL));
    return new EmptyState(
            "filter", text("attention.none.filtered"), text("attention.none.filtered.text"))
        .withButtons(clear);
  }

  private void selectionChanged() {
    columns.show(selected.size(), shown.choices().size());
    bulk.show(selected, shown);
  }

  @Override
  public List<Crumb> crumbs() {
    return List.of(Crumb.here(text("attention.title")));
  }
}
