package dev.slipway.deploy.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;

/// What the API answered.
///
/// @param body missing where there was none
public record Reply(int status, JsonNode body, HttpHeaders headers) {

  /// The same, once it has this status; else the test fails and shows the body.
  public Reply expect(int wanted) {
    assertThat(status).as("status of %s", body).isEqualTo(wanted);
    return this;
  }

  /// The code of a problem.
  String code() {
    return body.path("code").asText();
  }
}
