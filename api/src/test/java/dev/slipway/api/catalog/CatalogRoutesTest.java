package dev.slipway.api.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Http;
import org.junit.jupiter.api.Test;

class CatalogRoutesTest {

  private final ApiServer api = ApiServer.shared();
  private final Http http = api.as(api.tenantUser());

  @Test
  void plans_have_the_contracts_shape() {
    var answer = http.get("/api/v1/plans");

    assertThat(answer.text("/plans/0/code")).isEqualTo("s-1");
    assertThat(answer.at("/plans/0/memory_mib").asInt()).isEqualTo(1024);
    assertThat(answer.at("/plans/0/price").toString())
        .isEqualTo("{\"monthly\":\"4.50\",\"hourly\":\"0.0072\",\"currency\":\"EUR\"}");
    assertThat(answer.at("/plans/0/locations").isArray()).isTrue();
    assertThat(answer.at("/plans/0/custom").isNull()).isTrue();
    assertThat(answer.body()).contains("\"custom\":{\"vcpus\":{\"min\":1,\"max\":16}");
    assertThat(answer.at("/meta/pagination/page").asInt()).isEqualTo(1);
  }

  @Test
  void images_locations_and_networks_are_listed_without_their_provider() {
    assertThat(http.get("/api/v1/images").at("/images/0/min_disk_gib").asInt()).isPositive();
    assertThat(http.get("/api/v1/locations").text("/locations/0/code")).isEqualTo("sim-1");
    assertThat(http.get("/api/v1/locations").at("/locations/0/available").isBoolean()).isTrue();
    assertThat(http.get("/api/v1/locations").body()).doesNotContain("simulator", "provider");
    assertThat(http.get("/api/v1/networks").text("/networks/0/kind")).isIn("public", "private");
  }

  @Test
  void a_catalogue_has_pages() {
    var answer = http.get("/api/v1/images?per_page=1&page=2");

    assertThat(answer.at("/images")).hasSize(1);
    assertThat(answer.at("/meta/pagination/previous_page").asInt()).isEqualTo(1);
    assertThat(http.get("/api/v1/images?page=99").at("/images")).isEmpty();
  }
}
