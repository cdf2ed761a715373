package dev.slipway.deploy.docs;

import static dev.slipway.deploy.docs.ReferencePage.code;
import static dev.slipway.deploy.docs.ReferencePage.yes;

import dev.slipway.api.action.TenantWords;
import dev.slipway.api.http.ProblemType;
import dev.slipway.workflows.action.ParkCause;
import dev.slipway.workflows.action.WaitKind;
import dev.slipway.workflows.provider.FailureClass;
import dev.slipway.workflows.simulator.Fault;
import dev.slipway.workflows.simulator.FaultRule;
import dev.slipway.workflows.tenant.Permission;
import dev.slipway.workflows.tenant.Role;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Each vocabulary is one enum; these pages are made from them.
class ReferenceDocsTest {

  @Test
  void problems_are_listed() {
    ReferencePage page =
        new ReferencePage("problems.md", "Problems", "ProblemType")
            .paragraph(
                "Every way a request is refused. The `type` of a problem document is"
                    + " `/problems/<code>`; see [errors](../automation/errors.md).")
            .paragraph("Each is received by a test at the public port.");
    list(page, type -> !type.isReserved());
    page.heading("Reserved")
        .paragraph(
            "Words of the contract that no answer of this version has, because what they are about"
                + " does not exist yet. A program that handles them by their status is ready.");
    list(page, ProblemType::isReserved);
    page.hold();
  }

  private static void list(ReferencePage page, Predicate<ProblemType> wanted) {
    page.table("Status", "Code", "Title", "Retry", "A tenant reads", "An operator reads");
    Stream.of(ProblemType.values())
        .filter(wanted)
        .sorted(Comparator.comparingInt(ProblemType::status))
        .forEach(type ->
            page.row(
                type.status(),
                code(type.code()),
                type.title(),
                yes(type.isRetryable()),
                type.tenantText(),
                type.operatorText()));
  }

  @Test
  void permissions_are_listed() {
    Stream<String> roles = Stream.of(Role.values()).map(Role::label);
    ReferencePage page =
        new ReferencePage("permissions.md", "Permissions and roles", "Permission and Role")
            .paragraph("A role is a set of permissions. Every route and every view declares one.")
            .table(
                Stream.concat(Stream.of("Permission", "Allows to"), roles).toArray(String[]::new));
    for (Permission permission : Permission.values()) {
      Stream<String> held =
          Stream.of(Role.values()).map(role -> yes(role.permissions().contains(permission)));
      page.row(
          Stream.concat(Stream.of(code(permission.code()), lowerFirst(permission.text())), held)
              .toArray());
    }
    page.hold();
  }

  @Test
  void failure_classes_are_listed() {
    ReferencePage page =
        new ReferencePage("failure-classes.md", "Failure classes", "FailureClass and WaitKind")
            .paragraph(
                "Why a call to the outside failed, and the one rule that follows. *Retry* calls"
                    + " again within the step's attempts; *wait* leaves the call and looks again"
                    + " later, without consuming attempts; *park* asks a person. A class that"
                    + " retries or waits parks with the cause of the last column once its attempts"
                    + " or its time are spent.")
            .table("Class", "Means", "A tenant reads", "Rule", "Shown while waiting", "Parks as");
    for (FailureClass failure : FailureClass.values()) {
      page.row(
          code(failure.name()),
          failure.summary(),
          TenantWords.failure(failure.code()),
          failure.rule().name().toLowerCase(Locale.ROOT),
          code(failure.waitKind().map(WaitKind::code).orElse("")),
          code(failure.parkCause().code()));
    }
    page.heading("What an action waits for")
        .paragraph(
            "Words of `waiting_on.kind`; nobody needs to do anything about them. Those that no"
                + " action of this version uses are part of the contract all the same.")
        .table("Kind", "An operator reads", "A tenant reads");
    for (WaitKind kind : WaitKind.values()) {
      page.row(code(kind.code()), kind.operatorText(), kind.tenantText());
    }
    page.hold();
  }

  @Test
  void park_causes_are_listed() {
    ReferencePage page =
        new ReferencePage("park-causes.md", "Causes of parking", "ParkCause")
            .paragraph(
                "Why an action asks for a person's decision; what to do about each is in [parked"
                    + " actions](../operator/parked-actions.md).")
            .table("Cause", "Means", "Next", "Comes from");
    for (ParkCause cause : ParkCause.values()) {
      page.row(code(cause.code()), cause.title(), cause.next(), sourcesOf(cause));
    }
    page.hold();
  }

  @Test
  void simulator_faults_are_listed() {
    ReferencePage page =
        new ReferencePage("faults.md", "Faults of the simulator", "Fault and FaultRule")
            .paragraph("How to switch them on is in [the simulator](../operator/simulator.md).")
            .table("Fault", "What happens");
    for (Fault fault : Fault.values()) {
      page.row(code(fault.code()), fault.text());
    }
    List<String> operations =
        FaultRule.OPERATIONS.stream().sorted().map(ReferencePage::code).toList();
    page.heading("Operations").paragraph(String.join(" · ", operations)).hold();
  }

  @Test
  void steps_are_listed() {
    StepPages.steps().hold();
  }

  @Test
  void settings_are_listed() {
    List<Setting> records = Setting.ofRecords();
    ReferencePage page =
        new ReferencePage("settings.md", "Settings", "the records bound to them")
            .paragraph(
                "Each is set by its environment variable, or as a system property in `JAVA_OPTS`"
                    + " (`-Dslipway.stream.comment=10s`); `slipway.port`, `slipway.metrics.open`"
                    + " and `slipway.admin.email` by the variable alone. The launcher sets the"
                    + " owner's login, the secret key and where Temporal is from variables of its"
                    + " own, which win: see [install](../operator/install.md#environment).")
            .table("Setting", "Variable", "Value", "Default", "What it says");
    records.forEach(each ->
        page.row(
            code(each.property()),
            code(each.variable()),
            each.type(),
            code(each.standard()),
            each.meaning()));
    page.heading("Read by one part alone")
        .table("Setting", "Variable", "Default", "The part that reads it");
    Setting.ofClasses(records)
        .forEach(each ->
            page.row(
                code(each.property()),
                code(each.variable()),
                code(each.standard()),
                each.meaning()));
    page.hold();
  }

  private static String sourcesOf(ParkCause cause) {
    String classes =
        Arrays.stream(FailureClass.values())
            .filter(failure -> failure.parkCause() == cause)
            .map(failure -> code(failure.name()))
            .collect(Collectors.joining(" "));
    if (!classes.isEmpty()) {
      return classes;
    }
    return switch (cause) {
      case UNDO_FAILED -> "an undo, whatever failed it";
      case ENGINE_CLOSED, ENGINE_STUCK -> "the watchdog";
      default -> "–";
    };
  }

  private static String lowerFirst(String text) {
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
