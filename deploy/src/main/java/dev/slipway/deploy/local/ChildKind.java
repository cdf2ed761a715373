package dev.slipway.deploy.local;

import java.nio.file.Path;
import java.util.Optional;

/// How a child process is recognised and told to stop.
///
/// @param name the word for it in messages and file names
/// @param executable the file name of its program
/// @param dataPath the data it works on, named in its command line
/// @param stopSignal the signal that makes it stop soon and cleanly
record ChildKind(String name, String executable, Path dataPath, String stopSignal) {

  /// A process of this kind that an earlier launcher left running. The pid file is asked first; a
  /// launcher killed between starting the child and writing the file leaves only the command line.
  Optional<OsProcess> leftover(Optional<ChildRecord> record) {
    return record
        .flatMap(last -> OsProcess.of(last.pid()))
        .filter(this::isMine)
        .or(() -> OsProcess.all().filter(this::isMine).findFirst());
  }

  private boolean isMine(OsProcess process) {
    return process.isAlive() && process.runs(executable, dataPath);
  }
}
