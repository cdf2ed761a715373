package dev.slipway.workflows.step;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.google.protobuf.ByteString;
import io.temporal.api.common.v1.Payload;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;

/// Orders, requests and results as JSON, exactly as they cross the wire to the engine. Whatever the
/// tables keep of them is written and read here, so that a new run understands it.
public final class WireJson {

  /// The engine's own JSON, except that a field of a newer release is ignored: actions stay parked
  /// while releases come and go. Every client and worker must be given it.
  public static final DataConverter CONVERTER =
      DefaultDataConverter.newDefaultInstance()
          .withPayloadConverterOverrides(
              new JacksonJsonPayloadConverter(
                  JacksonJsonPayloadConverter.newDefaultObjectMapper()
                      .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)));

  private WireJson() {}

  /// The JSON of a record; never null.
  public static String write(Object value) {
    return CONVERTER
        .toPayload(value)
        .map(payload -> payload.getData().toStringUtf8())
        .orElseThrow(() -> new IllegalArgumentException("not a wire record: " + value.getClass()));
  }

  /// The record of a JSON text; unknown fields are ignored.
  public static <T> T read(String json, Class<T> type) {
    Payload payload =
        Payload.newBuilder()
            .putMetadata("encoding", ByteString.copyFromUtf8("json/plain"))
            .setData(ByteString.copyFromUtf8(json))
            .build();
    return CONVERTER.fromPayload(payload, type, type);
  }
}
