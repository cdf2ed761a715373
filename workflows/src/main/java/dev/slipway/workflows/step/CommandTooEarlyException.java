package dev.slipway.workflows.step;

/// A command for a parking that the workflow has not come to yet: the worker wrote it down a moment
/// before the workflow hears of it. The same command fits soon.
public final class CommandTooEarlyException extends CommandRefusedException {

  private static final long serialVersionUID = 1L;

  /// @param parking the parking it answers
  public CommandTooEarlyException(int parking) {
    super("parking " + parking + " is not the present one yet");
  }
}
