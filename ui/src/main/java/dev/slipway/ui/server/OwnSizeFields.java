package dev.slipway.ui.server;

import static dev.slipway.ui.shell.part.Wording.text;

import com.vaadin.flow.component.html.Div;
import dev.slipway.api.http.FieldError;
import dev.slipway.api.server.OrderRequest.OwnSize;
import dev.slipway.workflows.catalog.ServerPlan;
import dev.slipway.workflows.server.ServerSize;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An own size, where the plan allows one within bounds.
final class OwnSizeFields extends Div {
  private static final int MIB_PER_GIB = 1024;

  private final SizeField vcpus;
  private final SizeField memory;
  private final SizeField disk;
  private @Nullable ServerPlan plan;

  OwnSizeFields(Runnable changed) {
    vcpus = new SizeField("/size/vcpus", text("size.vcpus"), "", changed);
    memory = new SizeField("/size/memory_mib", text("size.memory"), "GB", changed);
    disk = new SizeField("/size/disk_gib", text("size.disk"), "GB", changed);
    vcpus.getElement().setAttribute("data-draft", "vcpus");
    memory.getElement().setAttribute("data-draft", "memory");
    memory.getElement().setAttribute("data-times", String.valueOf(MIB_PER_GIB));
    disk.getElement().setAttribute("data-draft", "disk");
    addClassName("sw-own-size");
    setVisible(false);
    add(vcpus, memory, disk);
  }

  void offer(ServerPlan chosen) {
    plan = chosen;
    var bounds = chosen.custom();
    setVisible(bounds != null);
    if (bounds == null) {
      return;
    }
    var usual = chosen.size();
    vcpus.offer(usual.vcpus(), bounds.min().vcpus(), bounds.max().vcpus());
    memory.offer(gib(usual), gib(bounds.min()), gib(bounds.max()));
    disk.offer(usual.diskGib(), bounds.min().diskGib(), bounds.max().diskGib());
  }

  private static int gib(ServerSize size) {
    return Math.max(1, size.memoryMib() / MIB_PER_GIB);
  }

  private Stream<SizeField> fields() {
    return Stream.of(vcpus, memory, disk);
  }

  /// What is typed and cannot be ordered; nothing where the plan's size is fixed.
  List<FieldError> errors() {
    return isVisible()
        ? fields().map(SizeField::error).flatMap(Optional::stream).toList()
        : List.of();
  }

  /// The parts of the size, where the plan allows an own one and it differs; only with no
  /// [#errors()] is it what is shown.
  Optional<OwnSize> own() {
    if (plan == null || plan.custom() == null || isUsual(plan.size())) {
      return Optional.empty();
    }
    return Optional.of(
        new OwnSize(
            vcpus.amount().orElse(null),
            memory.amount().map(gib -> gib * MIB_PER_GIB).orElse(null),
            disk.amount().orElse(null)));
  }

  /// @param own null, or with null parts, for the plan's
  void fill(@Nullable OwnSize own) {
    if (own == null || plan == null || plan.custom() == null) {
      return;
    }
    var usual = plan.size();
    vcpus.fill(Objects.requireNonNullElse(own.vcpus(), usual.vcpus()));
    double mib = Objects.requireNonNullElse(own.memoryMib(), usual.memoryMib());
    memory.fill(mib < 0 ? mib : mib / MIB_PER_GIB);
    disk.fill(Objects.requireNonNullElse(own.diskGib(), usual.diskGib()));
  }

  private boolean isUsual(ServerSize usual) {
    return vcpus.amount().equals(Optional.of(usual.vcpus()))
        && memory.amount().equals(Optional.of(gib(usual)))
        && disk.amount().equals(Optional.of(usual.diskGib()));
  }

  void refuse(FieldError error) {
    fields()
        .filter(field -> field.isAt(error.pointer()))
        .findFirst()
        .orElse(vcpus)
        .refuse(error.detail());
  }

  void clearErrors() {
    fields().forEach(SizeField::clearError);
  }
}
