package dev.slipway.ui.attention;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.slipway.ui.shell.part.Chip;
import dev.slipway.workflows.action.ParkCause;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Chips that narrow the page to one cause, and to what somebody or nobody looks after. A cause has
/// a chip while something is parked for it.
final class AttentionFilters extends Div {
  private final Consumer<AttentionQuery> ask;
  private final Div causes = new Div();
  private final Chip everyCause;
  private final Map<ParkCause, Chip> causeChips = new EnumMap<>(ParkCause.class);
  private final Map<Keeper, Chip> keeperChips = new EnumMap<>(Keeper.class);
  private AttentionQuery query = AttentionQuery.ALL;

  AttentionFilters(Consumer<AttentionQuery> ask) {
    this.ask = ask;
    addClassName("sw-attention-filters");
    everyCause = new Chip(new Span(text("attention.cause.every")), () -> narrowTo(null));
    var keepers = chips(new Div(), "attention.keepers");
    for (Keeper keeper : Keeper.values()) {
      var chip = new Chip(new Span(text(keeper.label())), () -> narrow(keeper));
      keeperChips.put(keeper, chip);
      keepers.add(chip);
    }
    add(chips(causes, "attention.causes"), keepers);
  }

  private static Div chips(Div box, String label) {
    box.addClassName("sw-chips");
    box.getElement().setAttribute("role", "group");
    box.getElement().setAttribute("aria-label", text(label));
    return box;
  }

  private void narrowTo(@Nullable ParkCause cause) {
    ask.accept(query.with(cause));
  }

  private void narrow(Keeper keeper) {
    ask.accept(query.with(keeper));
  }

  /// @param all everything that is parked, not narrowed
  void show(AttentionQuery asked, AttentionListing all) {
    query = asked;
    offerCauses(all);
    everyCause.setCount(all.count());
    everyCause.setPressed(asked.cause() == null);
    causeChips.forEach((cause, chip) -> {
      chip.setCount(all.narrowed(AttentionQuery.ALL.with(cause)).count());
      chip.setPressed(cause == asked.cause());
    });
    keeperChips.forEach((keeper, chip) -> {
      chip.setCount(all.narrowed(AttentionQuery.ALL.with(keeper)).count());
      chip.setPressed(keeper == asked.keeper());
    });
  }

  private void offerCauses(AttentionListing all) {
    Set<ParkCause> offered = EnumSet.noneOf(ParkCause.class);
    all.causes().forEach(cause -> offered.add(cause.group().cause()));
    var chosen = query.cause();
    if (chosen != null) {
      offered.add(chosen);
    }
    if (causeChips.keySet().equals(offered) && causes.getChildren().findAny().isPresent()) {
      return;
    }
    causeChips.keySet().retainAll(offered);
    offered.forEach(cause -> causeChips.computeIfAbsent(cause, this::causeChip));
    causes.removeAll();
    causes.add(everyCause);
    causeChips.values().forEach(causes::add);
  }

  private Chip causeChip(ParkCause cause) {
    return new Chip(new Span(cause.title()), () -> narrowTo(cause));
  }
}
