package dev.slipway.api.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.micronaut.core.annotation.Order;
import io.micronaut.core.io.buffer.ByteBuffer;
import io.micronaut.core.order.Ordered;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.Headers;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.body.MessageBodyReader;
import io.micronaut.jackson.core.tree.JsonNodeTreeCodec;
import io.micronaut.json.tree.JsonNode;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/// Reads bodies of requests: what is no JSON is `malformed_json`, what is too long is
/// `payload_too_large`, and a wrong type is `invalid_input` with a pointer to it.
@Singleton
@Order(Ordered.HIGHEST_PRECEDENCE)
@Consumes(MediaType.APPLICATION_JSON)
final class JsonInputReader<T extends JsonInput> implements MessageBodyReader<T> {

  private static final int MOST_BYTES = 256 * 1024;
  private static final JsonFactory STRICT =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  @Override
  public boolean isReadable(Argument<T> type, @Nullable MediaType mediaType) {
    return JsonInput.class.isAssignableFrom(type.getType());
  }

  @Override
  public T read(
      Argument<T> type, @Nullable MediaType mediaType, Headers headers, ByteBuffer<?> buffer) {
    return read(type, buffer.toByteArray());
  }

  @Override
  public T read(
      Argument<T> type, @Nullable MediaType mediaType, Headers headers, InputStream stream) {
    try {
      return read(type, stream.readAllBytes());
    } catch (IOException broken) {
      throw new ProblemException(
          ProblemType.MALFORMED_JSON,
          "The body was cut short, or is not in the Content-Encoding it names.");
    }
  }

  private T read(Argument<T> type, byte[] body) {
    if (body.length > MOST_BYTES) {
      throw new ProblemException(
          ProblemType.PAYLOAD_TOO_LARGE, "A body has at most " + MOST_BYTES / 1024 + " KiB.");
    }
    var errors = new FieldErrors();
    T input = new JsonBinding(errors).root(type.getType(), tree(body));
    errors.throwIfAny();
    return input;
  }

  private static JsonNode tree(byte[] body) {
    try (JsonParser parser = STRICT.createParser(body)) {
      if (parser.nextToken() == null) {
        throw new ProblemException(ProblemType.MALFORMED_JSON);
      }
      JsonNode tree = JsonNodeTreeCodec.getInstance().readTree(parser);
      if (parser.nextToken() != null) {
        throw new ProblemException(
            ProblemType.MALFORMED_JSON, "Something follows after the JSON object.");
      }
      if (tree != null && tree.isObject()) {
        return tree;
      }
    } catch (IOException malformed) {
      throw new ProblemException(ProblemType.MALFORMED_JSON);
    }
    throw ProblemException.invalid("", "type", "The body must be a JSON object.");
  }
}
