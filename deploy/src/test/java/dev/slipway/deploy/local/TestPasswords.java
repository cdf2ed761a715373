package dev.slipway.deploy.local;

import java.nio.file.Path;

/// Generated passwords in a folder, for tests that need nothing around them.
public final class TestPasswords {

  private TestPasswords() {}

  public static GeneratedPasswords in(Path folder) {
    return new GeneratedPasswords(new Secrets(folder));
  }
}
