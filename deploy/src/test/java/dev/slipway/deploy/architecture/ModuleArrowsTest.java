package dev.slipway.deploy.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.slipway.deploy.architecture.Product.CLASSES;
import static dev.slipway.deploy.architecture.Product.module;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ModuleArrowsTest {
  /// Packages that are no noun of the business, one a module.
  private static final Set<String> TECHNICAL = Set.of("step", "temporal", "http", "shell");

  /// Nouns that one outer module alone has a use for; not a place for second names of old ones.
  private static final Set<String> OUTER =
      Set.of("attention", "dashboard", "engine", "ledger", "security", "storage");

  @Test
  void the_core_knows_the_jdk_and_temporal_and_nothing_else() {
    check(
        classes()
            .that()
            .resideInAPackage(module("workflows"))
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                "java..",
                "io.temporal..",
                "com.google.protobuf..",
                "com.fasterxml.jackson..",
                "org.jspecify..",
                "org.slf4j..",
                module("workflows")));
  }

  @Test
  void activities_know_neither_the_api_nor_the_panel() {
    check(
        in("activities")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(module("api"), module("ui"), module("deploy"), "com.vaadin.."));
  }

  @Test
  void the_api_knows_neither_activities_nor_the_panel() {
    check(
        in("api")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                module("activities"), module("ui"), module("deploy"), "com.vaadin.."));
  }

  @Test
  void the_panel_knows_no_activities_and_no_launcher() {
    check(
        in("ui")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(module("activities"), module("deploy")));
  }

  @Test
  void the_panel_asks_services_and_never_controllers_or_their_wire_records() {
    check(
        in("ui")
            .should()
            .dependOnClassesThat(
                describe("are controllers or wire records", ModuleArrowsTest::isWire)));
  }

  @Test
  void the_panel_never_asks_a_port_of_the_core_itself() {
    check(in("ui").should().dependOnClassesThat(Product.portsOfTheCore()));
  }

  @Test
  void a_noun_has_the_same_name_in_every_module() {
    var core = nouns("workflows");

    var unknown = new TreeSet<String>();
    Product.MODULES.stream()
        .filter(name -> !name.equals("workflows") && !name.equals("deploy"))
        .forEach(name -> unknown.addAll(nouns(name)));
    unknown.removeAll(core);
    unknown.removeAll(TECHNICAL);
    unknown.removeAll(OUTER);

    assertThat(unknown).as("packages that the core has no noun for").isEmpty();
  }

  private static GivenClassesConjunction in(String name) {
    return noClasses().that().resideInAPackage(module(name));
  }

  /// The shape of a problem is everybody's who answers a request; the public port does, too.
  private static boolean isWire(JavaClass type) {
    return type.isAnnotatedWith("io.micronaut.http.annotation.Controller")
        || (type.getPackageName().startsWith("dev.slipway.api.")
            && !type.getPackageName().equals("dev.slipway.api.http")
            && type.isAnnotatedWith("dev.slipway.api.http.Wire"));
  }

  private static Set<String> nouns(String name) {
    var root = "dev.slipway." + name + ".";
    return CLASSES.stream()
        .map(JavaClass::getPackageName)
        .filter(packageName -> packageName.startsWith(root))
        .map(packageName -> packageName.substring(root.length()).split("\\.", 2)[0])
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void check(ArchRule rule) {
    rule.check(CLASSES);
  }
}
