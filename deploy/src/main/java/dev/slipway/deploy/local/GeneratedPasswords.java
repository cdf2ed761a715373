package dev.slipway.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Passwords of people to whom none was given. One has the name of its file only once it was shown:
/// a start that breaks off before leaves it to be shown by the next.
public final class GeneratedPasswords {

  private static final String UNSHOWN = ".unshown";

  private final Secrets secrets;

  GeneratedPasswords(Secrets secrets) {
    this.secrets = secrets;
  }

  /// A password made for somebody who was given none.
  ///
  /// @param isUnshown whether nobody was shown it so far
  /// @param file where it is kept once it was shown, mode 0600
  public record Generated(String secret, boolean isUnshown, Path file) {

    /// Never shows the secret.
    @Override
    public String toString() {
      return "Generated[file=" + file + ", secret=***]";
    }

    private Path unshown() {
      return file.resolveSibling(file.getFileName() + UNSHOWN);
    }
  }

  /// The generated password of that name: the one that is kept, or a new one.
  public Generated of(String name) {
    try {
      Path file = secrets.file(name);
      boolean isUnshown = !Files.exists(file);
      return new Generated(secrets.password(isUnshown ? name + UNSHOWN : name), isUnshown, file);
    } catch (IOException e) {
      throw new UncheckedIOException("keeping the password " + name, e);
    }
  }

  /// Keeps one that was shown.
  public void shown(Generated password) {
    try {
      Files.move(password.unshown(), password.file(), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("keeping " + password.file(), e);
    }
  }

  /// Removes one that opens nothing.
  public void forget(Generated password) {
    try {
      Files.deleteIfExists(password.unshown());
    } catch (IOException e) {
      throw new UncheckedIOException("removing " + password.unshown(), e);
    }
  }
}
