package dev.slipway.workflows.step;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.temporal.common.converter.DataConverter;
import io.temporal.common.converter.DataConverterException;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.common.converter.JacksonJsonPayloadConverter;

/// Orders, requests and results as JSON, exactly as they cross the wire to the engine. Whatever the
/// tables keep of them is written and read here, so that a new run understands it.
public final class WireJson {

  private static final ObjectMapper JSON =
      JacksonJsonPayloadConverter.newDefaultObjectMapper()
          .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

  /// The engine's own JSON, except that a field of a newer release is ignored: actions stay parked
  /// while releases come and go. Every client and worker must be given it.
  public static final DataConverter CONVERTER =
      DefaultDataConverter.newDefaultInstance()
          .withPayloadConverterOverrides(new JacksonJsonPayloadConverter(JSON));

  private WireJson() {}

  /// The JSON of a record; never null.
  ///
  /// @throws DataConverterException when it has none
  public static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new DataConverterException("not a wire record: " + value.getClass(), e);
    }
  }

  /// The record of a JSON text; unknown fields are ignored.
  ///
  /// @throws DataConverterException when it is none
  public static <T> T read(String json, Class<T> type) {
    try {
      return JSON.readValue(json, type);
    } catch (JsonProcessingException e) {
      throw new DataConverterException("no JSON of " + type, e);
    }
  }
}
