package dev.slipway.api.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import org.junit.jupiter.api.Test;

class QuotaSettingsTest {

  @Test
  void a_tenant_may_have_a_thousand_servers() {
    assertThat(ApiServer.shared().bean(QuotaSettings.class).servers()).isEqualTo(1_000);
  }
}
