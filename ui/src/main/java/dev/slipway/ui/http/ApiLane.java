package dev.slipway.ui.http;

import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// The connections to the API for requests of one kind. One request more than there are connections
/// is refused at once: in a queue it would wait for as long as the others like.
final class ApiLane extends Handler.Wrapper {
  private final Predicate<Request> isMine;
  private final Semaphore free;

  ApiLane(Predicate<Request> isMine, int connections, Handler api) {
    super(api);
    this.isMine = isMine;
    this.free = new Semaphore(connections);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!isMine.test(request)) {
      return false;
    }
    if (!free.tryAcquire()) {
      Response.writeError(request, response, callback, HttpStatus.SERVICE_UNAVAILABLE_503);
      return true;
    }
    Request.addCompletionListener(request, _ -> free.release());
    return super.handle(request, response, callback);
  }
}
