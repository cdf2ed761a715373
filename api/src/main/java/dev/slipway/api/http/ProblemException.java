package dev.slipway.api.http;

import dev.slipway.workflows.action.ActionId;
import dev.slipway.workflows.action.EngineUnavailableException;
import dev.slipway.workflows.action.LaneHeldException;
import dev.slipway.workflows.server.NameTakenException;
import dev.slipway.workflows.simulator.NoRoomException;
import dev.slipway.workflows.simulator.UnknownSimulatorException;
import dev.slipway.workflows.sshkey.SshKeyTakenException;
import dev.slipway.workflows.step.CommandRefusedException;
import dev.slipway.workflows.tenant.StorageUnavailableException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A request that is refused, as every door shows it: HTTP as a problem document, the panel as a
/// message.
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final String detail;
  private final transient List<FieldError> errors;
  private final transient Hints hints;

  /// What a program may do next.
  ///
  /// @param allowed the commands that would be allowed, null where it is not about a command
  /// @param action the action that is in the way, null where none is
  /// @param retryAfter how long to wait, null where nobody knows
  private record Hints(
      @Nullable List<String> allowed, @Nullable ActionId action, @Nullable Duration retryAfter) {
    static final Hints NONE = new Hints(null, null, null);
  }

  /// A refusal in the words of its type.
  public ProblemException(ProblemType type) {
    this(type, type.tenantText());
  }

  /// A refusal with a sentence for this occurrence.
  public ProblemException(ProblemType type, String detail) {
    this(type, detail, List.of());
  }

  /// A refusal that points at fields.
  public ProblemException(ProblemType type, String detail, List<FieldError> errors) {
    this(type, detail, errors, Hints.NONE, null);
  }

  private ProblemException(
      ProblemType type,
      String detail,
      List<FieldError> errors,
      Hints hints,
      @Nullable Throwable cause) {
    super(type.code() + ": " + detail, cause);
    this.type = type;
    this.detail = detail;
    this.errors = List.copyOf(errors);
    this.hints = hints;
  }

  /// An object the caller cannot see, or that does not exist.
  public static ProblemException notFound(String what) {
    return new ProblemException(ProblemType.NOT_FOUND, "There is no " + what + ".");
  }

  /// One field that is not valid.
  public static ProblemException invalid(String pointer, String code, String detail) {
    return new ProblemException(
        ProblemType.INVALID_INPUT, detail, List.of(new FieldError(pointer, code, detail)));
  }

  /// A command that does not fit, with those that do.
  public static ProblemException commandNotAllowed(String detail, List<String> allowed) {
    var hints = new Hints(List.copyOf(allowed), null, null);
    return new ProblemException(ProblemType.COMMAND_NOT_ALLOWED, detail, List.of(), hints, null);
  }

  /// A resource at which another action is at work.
  public static ProblemException locked(LaneHeldException held) {
    var hints = new Hints(null, held.holder(), null);
    return new ProblemException(
        ProblemType.LOCKED, held.getMessage() + ".", List.of(), hints, held);
  }

  /// Somebody who is too fast.
  ///
  /// @param wait how long to wait, rounded up to seconds
  public static ProblemException tooMany(String detail, Duration wait) {
    Duration rounded = Duration.ofSeconds(Math.max(1, wait.plusNanos(999_999_999).toSeconds()));
    return new ProblemException(
        ProblemType.RATE_LIMIT_EXCEEDED,
        detail + " Try again in " + rounded.toSeconds() + " s.",
        List.of(),
        new Hints(null, null, rounded),
        null);
  }

  /// The one mapping from what services and ports throw to what a caller is told.
  public static ProblemException of(Throwable thrown) {
    return switch (thrown) {
      case ProblemException problem -> problem;
      case NameTakenException taken ->
          new ProblemException(
              ProblemType.UNIQUENESS_ERROR,
              taken.getMessage() + ".",
              List.of(new FieldError("/name", "taken", taken.getMessage() + ".")),
              Hints.NONE,
              taken);
      case LaneHeldException held -> locked(held);
      case UnknownSimulatorException unknown ->
          because(ProblemType.NOT_FOUND, unknown.getMessage() + ".", unknown);
      case SshKeyTakenException taken ->
          new ProblemException(
              ProblemType.UNIQUENESS_ERROR,
              taken.getMessage() + ".",
              List.of(new FieldError("/" + taken.field(), "taken", taken.getMessage() + ".")),
              Hints.NONE,
              taken);
      case NoRoomException full ->
          because(ProblemType.PLACEMENT_ERROR, full.getMessage() + ".", full);
      case CommandRefusedException refused ->
          because(
              ProblemType.COMMAND_NOT_ALLOWED, "Refused, because " + refused.getMessage(), refused);
      case StorageUnavailableException away -> because(ProblemType.DATABASE_UNAVAILABLE, away);
      case EngineUnavailableException away -> because(ProblemType.ENGINE_UNAVAILABLE, away);
      default -> behind(thrown);
    };
  }

  /// A part that is away is told of whoever wrapped the news, as the maker of beans does where a
  /// page reads in its constructor.
  private static ProblemException behind(Throwable thrown) {
    for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof StorageUnavailableException
          || cause instanceof EngineUnavailableException) {
        return of(cause);
      }
    }
    return because(ProblemType.INTERNAL_ERROR, thrown);
  }

  private static ProblemException because(ProblemType type, Throwable cause) {
    return because(type, type.tenantText(), cause);
  }

  private static ProblemException because(ProblemType type, String detail, Throwable cause) {
    return new ProblemException(type, detail, List.of(), Hints.NONE, cause);
  }

  /// Which kind of refusal it is.
  public ProblemType type() {
    return type;
  }

  /// A sentence about this occurrence, fit for tenants.
  public String detail() {
    return detail;
  }

  /// What is wrong with which field.
  public List<FieldError> errors() {
    return errors;
  }

  /// The commands that would be allowed, null where it is not about a command.
  public @Nullable List<String> allowed() {
    return hints.allowed();
  }

  /// How long to wait before it is tried again, null where nobody knows.
  public @Nullable Duration retryAfter() {
    return hints.retryAfter();
  }

  /// The action that is in the way, null where none is.
  public @Nullable ActionId action() {
    return hints.action();
  }
}
