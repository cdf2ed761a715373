package dev.slipway.deploy.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;

/// Conditions that ArchUnit has no words for.
final class Conditions {
  private Conditions() {}

  static ArchCondition<JavaClass> resideInAPackageAnnotatedWith(
      Class<? extends Annotation> annotation) {
    return new ArchCondition<>(
        "reside in a package annotated with @" + annotation.getSimpleName()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        var marked = type.getPackage().isAnnotatedWith(annotation);
        var sentence = "%s resides in %s".formatted(type.getName(), type.getPackageName());
        events.add(new SimpleConditionEvent(type, marked, sentence));
      }
    };
  }

  static ArchCondition<JavaClass> dependOnAnother(String ending) {
    return new ArchCondition<>("depend on another …" + ending) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf().stream()
            .filter(dependency -> !dependency.getTargetClass().equals(type))
            .filter(dependency -> dependency.getTargetClass().getSimpleName().endsWith(ending))
            .forEach(dependency ->
                events.add(new SimpleConditionEvent(type, true, dependency.getDescription())));
      }
    };
  }
}
