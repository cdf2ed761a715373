package dev.slipway.deploy.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.slipway.workflows.step.Plan;
import java.util.List;

/// Every class of the product that a person wrote: no tests, no annotation processor's output.
final class Product {
  static final List<String> MODULES = List.of("workflows", "activities", "api", "ui", "deploy");

  static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("tests.jar"))
          .withImportOption(location -> !location.contains("/$"))
          .importPackages("dev.slipway");

  private Product() {}

  /// All packages of one module.
  static String module(String name) {
    return "dev.slipway." + name + "..";
  }

  /// Ports: what the core asks of the outside. Sealed interfaces are values, nested ones belong to
  /// what a port answers, and a plan is a declaration.
  static DescribedPredicate<JavaClass> portsOfTheCore() {
    return DescribedPredicate.describe(
        "are ports of the core",
        type ->
            type.isInterface()
                && !type.isAnnotation()
                && type.getPackageName().startsWith("dev.slipway.workflows")
                && !type.isNestedClass()
                && !type.isEquivalentTo(Plan.class)
                && !type.reflect().isSealed());
  }
}
