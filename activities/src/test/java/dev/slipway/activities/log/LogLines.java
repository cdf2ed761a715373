package dev.slipway.activities.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/// What a class writes to the log, from [Level#INFO] on: during a test, or where the field is
/// static, during all tests of a class.
public final class LogLines
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final Logger logger;
  private boolean isOfClass;

  /// The lines of a class.
  public LogLines(Class<?> writer) {
    this.logger = (Logger) LoggerFactory.getLogger(writer);
  }

  /// The lines so far.
  public List<ILoggingEvent> all() {
    return List.copyOf(lines.list);
  }

  /// The texts of the lines so far.
  public List<String> texts() {
    return all().stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    isOfClass = true;
    listen();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    if (!isOfClass) {
      listen();
    }
  }

  @Override
  public void afterEach(ExtensionContext context) {
    if (!isOfClass) {
      leave();
    }
  }

  @Override
  public void afterAll(ExtensionContext context) {
    leave();
  }

  private void listen() {
    lines.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(lines);
  }

  private void leave() {
    logger.detachAppender(lines);
    logger.setLevel(null);
  }
}
