package dev.slipway.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

  @TempDir Path parent;

  @Test
  void it_is_made_for_its_owner_alone() throws Exception {
    Path root = parent.resolve("new/data");
    DataDirectory.open(root).close();

    assertThat(Files.getPosixFilePermissions(root))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void one_open_to_others_is_closed_to_them() throws Exception {
    Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwxr-xr-x"));

    DataDirectory.open(parent).close();

    assertThat(Files.getPosixFilePermissions(parent))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void it_serves_one_launcher_at_a_time() {
    DataDirectory first = DataDirectory.open(parent);

    assertThatThrownBy(() -> DataDirectory.open(parent))
        .isInstanceOf(StartFailedException.class)
        .hasMessageContaining("already runs")
        .hasMessageContaining("process " + ProcessHandle.current().pid());

    first.close();
    DataDirectory.open(parent).close();
  }

  @Test
  void a_path_that_cannot_be_a_directory_is_refused_with_its_name() throws Exception {
    Path file = Files.createFile(parent.resolve("file"));

    assertThatThrownBy(() -> DataDirectory.open(file))
        .isInstanceOf(StartFailedException.class)
        .hasMessage("cannot use the data directory %1$s: %1$s is no directory", file)
        .hasNoCause();
  }

  @Test
  void why_a_place_cannot_be_used_is_said_without_the_names_of_classes() throws Exception {
    Path file = Files.createFile(parent.resolve("file"));

    assertThatThrownBy(() -> DataDirectory.open(file.resolve("data")))
        .isInstanceOf(StartFailedException.class)
        .message()
        .startsWith("cannot use the data directory " + file.resolve("data") + ": ")
        .doesNotContain("java.", "Exception");
  }

  @Test
  void a_secret_is_made_once_and_kept_private() throws Exception {
    try (DataDirectory data = DataDirectory.open(parent)) {
      String key = data.secrets().encryptionKey();

      assertThat(Base64.getDecoder().decode(key)).hasSize(32);
      assertThat(data.secrets().encryptionKey()).isEqualTo(key);
      assertThat(data.secrets().password("slipway_app")).matches("[0-9a-f]{48}");
      assertThat(Files.getPosixFilePermissions(data.secrets().file("secret-key")))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
  }
}
