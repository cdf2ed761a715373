package dev.slipway.deploy.system;

import java.io.File;
import java.util.Arrays;
import java.util.stream.Collectors;

/// The product's own class path: this one's, without any test's classes and the beans among them.
final class ClassPath {

  private ClassPath() {}

  static String ofTheProduct() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> !entry.contains("test-classes") && !entry.endsWith("-tests.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
