package dev.slipway.deploy.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static dev.slipway.deploy.architecture.Product.CLASSES;
import static dev.slipway.deploy.architecture.Product.module;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import dev.slipway.api.http.ProblemType;
import dev.slipway.workflows.step.Plan;
import io.temporal.workflow.Workflow;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HouseRulesTest {
  /// What gives another answer when a workflow is replayed.
  private static final Set<String> UNREPEATABLE =
      Set.of(
          Instant.class.getName() + ".now",
          Clock.class.getName() + ".systemUTC",
          Clock.class.getName() + ".systemDefaultZone",
          UUID.class.getName() + ".randomUUID",
          Math.class.getName() + ".random",
          Thread.class.getName() + ".sleep",
          ThreadLocalRandom.class.getName() + ".current",
          System.class.getName() + ".currentTimeMillis",
          System.class.getName() + ".nanoTime");

  @Test
  void every_package_says_what_may_be_null() {
    check(classes().should(Conditions.resideInAPackageAnnotatedWith(NullMarked.class)));
  }

  @Test
  void a_plan_does_not_know_the_engine() {
    check(
        noClasses()
            .that(areAssignableToOrInside(Plan.class))
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Workflow.class));
  }

  @Test
  void the_core_never_asks_for_the_time_or_for_chance() {
    check(
        noClasses()
            .that()
            .resideInAPackage(module("workflows"))
            .should()
            .accessTargetWhere(accessesWhatCannotBeRepeated()));
  }

  @Test
  void nothing_is_injected_into_a_field() {
    check(
        noFields()
            .should()
            .beAnnotatedWith("jakarta.inject.Inject")
            .orShould()
            .beAnnotatedWith("io.micronaut.context.annotation.Value")
            .orShould()
            .beAnnotatedWith("io.micronaut.context.annotation.Property"));
  }

  @Test
  void only_the_launchers_console_speaks_to_the_terminal() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.slipway.deploy.Console")
            .should()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err"));
  }

  @Test
  void a_page_reads_its_address_in_one_place() {
    check(
        noClasses()
            .that()
            .doNotHaveFullyQualifiedName("dev.slipway.ui.shell.PageAddress")
            .should()
            .callMethod("com.vaadin.flow.router.Location", "getQueryParameters"));
  }

  /// What the documentation says of them holds until somebody gives one.
  @ParameterizedTest
  @EnumSource(ProblemType.class)
  void a_problem_is_given_by_somebody_unless_it_is_reserved(ProblemType type) {
    boolean isGiven =
        CLASSES.stream()
            .filter(each -> !each.isEquivalentTo(ProblemType.class))
            .flatMap(each -> each.getFieldAccessesFromSelf().stream())
            .anyMatch(access ->
                access.getTargetOwner().isEquivalentTo(ProblemType.class)
                    && access.getTarget().getName().equals(type.name()));

    assertThat(isGiven).isEqualTo(!type.isReserved());
  }

  @Test
  void activities_of_one_kind_do_not_call_those_of_another() {
    check(
        noClasses()
            .that()
            .haveSimpleNameEndingWith("ActivitiesImpl")
            .should(Conditions.dependOnAnother("ActivitiesImpl")));
  }

  /// User data is what the field calls the script that a machine runs at its first start.
  @Test
  void no_name_hides_what_a_class_does() {
    check(
        noClasses()
            .that()
            .haveSimpleNameNotEndingWith("ActivitiesImpl")
            .and()
            .haveSimpleNameNotEndingWith("WorkflowImpl")
            .should()
            .haveNameMatching(".*(Manager|Helper|Utils?|(?<!User)Data|Info|Impl)"));
  }

  private static DescribedPredicate<JavaClass> areAssignableToOrInside(Class<?> type) {
    return describe(
        "are plans, or written inside one",
        candidate ->
            !candidate.isInterface()
                && (candidate.isAssignableTo(type)
                    || candidate
                        .getEnclosingClass()
                        .map(outer -> outer.isAssignableTo(type))
                        .orElse(false)));
  }

  private static DescribedPredicate<JavaAccess<?>> accessesWhatCannotBeRepeated() {
    return describe(
        "cannot be repeated",
        access -> {
          AccessTarget target = access.getTarget();
          var owner = target.getOwner();
          return UNREPEATABLE.contains(owner.getName() + "." + target.getName())
              || (owner.isAssignableTo(Random.class) && target.getName().equals("<init>"));
        });
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
