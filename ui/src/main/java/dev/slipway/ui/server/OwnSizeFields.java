package dev.slipway.ui.server;

import static dev.slipway.ui.shell.Wording.text;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.slipway.api.server.OrderRequest.OwnSize;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.server.ServerSize;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An own size, where the plan allows one within bounds.
final class OwnSizeFields extends Div {
  private static final int MIB_PER_GIB = 1024;

  private final IntegerField vcpus = field("size.vcpus", "");
  private final IntegerField memory = field("size.memory", "GB");
  private final IntegerField disk = field("size.disk", "GB");
  private @Nullable ServerPlan plan;

  OwnSizeFields(Runnable changed) {
    addClassName("sw-own-size");
    setVisible(false);
    add(vcpus, memory, disk);
    for (IntegerField each : new IntegerField[] {vcpus, memory, disk}) {
      each.addValueChangeListener(change -> {
        if (change.isFromClient()) {
          changed.run();
        }
      });
    }
  }

  private static IntegerField field(String key, String unit) {
    var field = new IntegerField(text(key));
    field.setStepButtonsVisible(true);
    field.setValueChangeMode(ValueChangeMode.LAZY);
    field.setManualValidation(true);
    if (!unit.isEmpty()) {
      field.setSuffixComponent(new Span(unit));
    }
    return field;
  }

  void offer(ServerPlan chosen) {
    plan = chosen;
    var bounds = chosen.custom();
    setVisible(bounds != null);
    if (bounds == null) {
      return;
    }
    bound(vcpus, chosen.size().vcpus(), bounds.min().vcpus(), bounds.max().vcpus());
    bound(memory, gib(chosen.size()), gib(bounds.min()), gib(bounds.max()));
    bound(disk, chosen.size().diskGib(), bounds.min().diskGib(), bounds.max().diskGib());
  }

  private static void bound(IntegerField field, int usual, int least, int most) {
    field.setMin(least);
    field.setMax(most);
    field.setValue(usual);
    field.setHelperText(text("size.range", least, most));
  }

  private static int gib(ServerSize size) {
    return Math.max(1, size.memoryMib() / MIB_PER_GIB);
  }

  /// The parts of the size, where the plan allows an own one and it differs.
  Optional<OwnSize> own() {
    if (plan == null || plan.custom() == null || isUsual(plan.size())) {
      return Optional.empty();
    }
    var memoryMib = memory.getValue() == null ? null : memory.getValue() * MIB_PER_GIB;
    return Optional.of(new OwnSize(vcpus.getValue(), memoryMib, disk.getValue()));
  }

  /// @param own null, or with null parts, for the plan's
  void fill(@Nullable OwnSize own) {
    if (own == null || plan == null || plan.custom() == null) {
      return;
    }
    vcpus.setValue(Objects.requireNonNullElse(own.vcpus(), plan.size().vcpus()));
    memory.setValue(
        Objects.requireNonNullElse(own.memoryMib(), plan.size().memoryMib()) / MIB_PER_GIB);
    disk.setValue(Objects.requireNonNullElse(own.diskGib(), plan.size().diskGib()));
  }

  private boolean isUsual(ServerSize usual) {
    return Integer.valueOf(usual.vcpus()).equals(vcpus.getValue())
        && Integer.valueOf(gib(usual)).equals(memory.getValue())
        && Integer.valueOf(usual.diskGib()).equals(disk.getValue());
  }

  void refuse(String pointer, String why) {
    var field =
        switch (pointer) {
          case "/size/memory_mib" -> memory;
          case "/size/disk_gib" -> disk;
          default -> vcpus;
        };
    field.setErrorMessage(text("size.wrong", field.getMin(), field.getMax(), why));
    field.setInvalid(true);
  }

  void clearErrors() {
    vcpus.setInvalid(false);
    memory.setInvalid(false);
    disk.setInvalid(false);
  }
}
