package dev.slipway.api.http;

import java.util.Locale;
import java.util.Optional;

/// Every way a request is refused, with what the caller reads and what an operator reads.
public enum ProblemType {
  MALFORMED_JSON(
      400,
      "The body is not valid JSON",
      "The request could not be read. Check that its body is valid JSON.",
      "The caller sent a body that no JSON parser accepts."),
  MALFORMED_REQUEST(
      400,
      "The request cannot be read",
      "The request could not be read. Check its address and its headers.",
      "The caller sent an address or headers that are no HTTP, or that no route could take; the status is"
          + " 400, or says it closer: 408 too slow, 414 address too long, 417 unknown expectation,"
          + " 431 headers too long, 505 unknown version."),
  IDEMPOTENCY_KEY_MISSING(
      400,
      "An Idempotency-Key is required",
      "Send an Idempotency-Key header, so that a repeated request is done once.",
      "The caller left out the Idempotency-Key header of a route that needs it."),
  UNAUTHENTICATED(
      401,
      "Sign in first",
      "Sign in again: the credentials are missing, wrong or expired.",
      "No token, a forged or expired one, or a wrong e-mail address or password."),
  TOTP_REQUIRED(
      401,
      "A one-time code is required",
      "Enter the code of your authenticator app.",
      "The account has two-factor sign-in and the request had no code."),
  FORBIDDEN(
      403,
      "Not allowed",
      "Your role does not allow this.",
      "The caller's role lacks the permission that the route or service declares."),
  RESOURCE_LIMIT_EXCEEDED(
      403,
      "The limit is reached",
      "Your limit is reached. Remove something or ask us to raise it.",
      "The tenant's quota is used up; raise it or wait until something is destroyed."),
  NOT_FOUND(
      404,
      "Not found",
      "There is nothing here, or it is not yours to see.",
      "The object does not exist, or belongs to a tenant outside the caller's scope."),
  METHOD_NOT_ALLOWED(
      405,
      "This method is not allowed here",
      "The address exists, but not with this method.",
      "The route has no such method; the Allow header lists those it has."),
  NOT_ACCEPTABLE(
      406,
      "Not to be had in this form",
      "Accept application/json, or text/event-stream where events are asked for.",
      "The Accept header leaves out what the route answers in."),
  CONFLICT(
      409,
      "It contradicts the present state",
      "The request does not fit the present state. Look again and decide anew.",
      "The object is in a state that does not permit the change."),
  LOCKED(
      409,
      "Another action is at work",
      "Another change is under way. Try again when it has ended.",
      "Another action holds the lane of the resource.",
      true),
  PROTECTED(
      409,
      "It is protected",
      "Lift the protection first.",
      "The resource's protection flag is set."),
  UNIQUENESS_ERROR(
      409,
      "The name is taken",
      "You have something of that name already. Choose another one.",
      "A unique index refused the name within the tenant."),
  COMMAND_NOT_ALLOWED(
      409,
      "The command does not fit now",
      "This cannot be done now. Look at the present state.",
      "The action is not parked, parked elsewhere by now, or its step does not offer the command."),
  IDEMPOTENCY_IN_PROGRESS(
      409,
      "The first request is still at work",
      "The same request is still at work. Ask again in a moment.",
      "The idempotency key is claimed and not yet answered.",
      true),
  RESOURCE_UNAVAILABLE(
      409,
      "Not available at present",
      "This is not available at present. Choose another one or try later.",
      "The location takes no orders.",
      true),
  PLACEMENT_ERROR(
      409,
      "There is no room for it",
      "There is no room for this size here. Choose another location or size.",
      "No host can take the size.",
      true),
  PRECONDITION_FAILED(
      412,
      "Somebody changed it first",
      "It was changed in the meantime. Load it again and repeat your change.",
      "The If-Match header does not name the present version."),
  PAYLOAD_TOO_LARGE(
      413,
      "The body is too large",
      "The request is too large.",
      "The body is over the limit of the route."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "The content type is not supported",
      "Send application/json, and say so in Content-Type.",
      "The Content-Type or Content-Encoding header names something the route does not read."),
  INVALID_INPUT(
      422,
      "The input is not valid",
      "Something in the request is not valid; see the marked fields.",
      "A field has the wrong type or form, or names something unknown."),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "The Idempotency-Key was used for another request",
      "Use a new Idempotency-Key for a new request.",
      "The key is stored with another body or query."),
  UNSUPPORTED_BY_PROVIDER(
      422,
      "This cannot be done here",
      "This location cannot do that.",
      "The adapter, or this release, does not offer the operation."),
  PRECONDITION_REQUIRED(
      428,
      "An If-Match header is required",
      "Load it first and send its ETag as If-Match.",
      "The caller left out the If-Match header."),
  RATE_LIMIT_EXCEEDED(
      429,
      "Too many requests",
      "Too many requests. Wait as long as Retry-After says.",
      "The caller's rate limit is used up.",
      true),
  INTERNAL_ERROR(
      500,
      "A fault on our side",
      "This did not get done because of a fault on our side. Try again in a moment. If it stays so, tell us"
          + " the correlation id.",
      "An unexpected exception; the log has it under the correlation id.",
      true),
  MAINTENANCE(
      503,
      "Maintenance is under way",
      "Maintenance is under way. Try again later.",
      "The API behind the public port does not answer: it starts, stops or hangs.",
      true),
  PROVIDER_UNAVAILABLE(
      503,
      "The location does not answer",
      "The location does not answer. Try again in a moment.",
      "The provider behind the location cannot be reached.",
      true),
  ENGINE_UNAVAILABLE(
      503,
      "Our system is busy starting",
      "This cannot be decided right now. Try again in a moment.",
      "Temporal, or every worker, does not answer.",
      true),
  DATABASE_UNAVAILABLE(
      503,
      "Our system is not available",
      "Nothing was done. Try again in a moment.",
      "PostgreSQL does not answer; nothing was stored.",
      true);

  private final int status;
  private final String title;
  private final String tenantText;
  private final String operatorText;
  private final boolean isRetryable;

  ProblemType(int status, String title, String tenantText, String operatorText) {
    this(status, title, tenantText, operatorText, false);
  }

  ProblemType(
      int status, String title, String tenantText, String operatorText, boolean isRetryable) {
    this.status = status;
    this.title = title;
    this.tenantText = tenantText;
    this.operatorText = operatorText;
    this.isRetryable = isRetryable;
  }

  /// The type of a code such as `not_found`.
  public static Optional<ProblemType> ofCode(String code) {
    for (ProblemType type : values()) {
      if (type.code().equals(code)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /// Whether it is a word of the contract that no answer of this version has: what it is about does
  /// not exist yet.
  public boolean isReserved() {
    return this == TOTP_REQUIRED || this == PROVIDER_UNAVAILABLE;
  }

  /// The word in JSON and URLs.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Where people read about it, `/problems/<code>`.
  public String uri() {
    return "/problems/" + code();
  }

  /// The HTTP status.
  public int status() {
    return status;
  }

  /// A few words, the same for every occurrence.
  public String title() {
    return title;
  }

  /// What a tenant reads.
  public String tenantText() {
    return tenantText;
  }

  /// What an operator reads.
  public String operatorText() {
    return operatorText;
  }

  /// Whether the same request may succeed later.
  public boolean isRetryable() {
    return isRetryable;
  }
}
