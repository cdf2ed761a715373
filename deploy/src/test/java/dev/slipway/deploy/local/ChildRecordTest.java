package dev.slipway.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildRecordTest {

  @TempDir Path directory;

  @Test
  void what_is_written_is_read() throws Exception {
    ChildRecord record =
        new ChildRecord(
            4711,
            Instant.parse("2026-01-02T03:04:05.678Z"),
            Path.of("/data with space/ü"),
            List.of(20_001, 20_002),
            List.of("program", "-c", "log_line_prefix=%m [%p] \\ ", ""));
    Path file = directory.resolve("x.pid");

    record.write(file);

    assertThat(ChildRecord.read(file)).contains(record);
  }

  @Test
  void an_absent_file_is_no_record() throws Exception {
    assertThat(ChildRecord.read(directory.resolve("none.pid"))).isEmpty();
  }
}
