package dev.slipway.api.http;

import io.micronaut.json.JsonMapper;
import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.enums.SecuritySchemeType;
import io.swagger.v3.oas.annotations.info.Info;
import io.swagger.v3.oas.annotations.info.License;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.security.SecurityScheme;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The API as programs read it: OpenAPI 3.1, generated from the controllers at compile time.
@Singleton
@OpenAPIDefinition(
    info =
        @Info(
            title = "Slipway",
            version = "1",
            description =
                "Order servers, watch them being built, repair what stands still. Refusals are"
                    + " application/problem+json; see /problems/{code}.",
            license = @License(name = "Apache-2.0")),
    security = @SecurityRequirement(name = "bearer"))
@SecurityScheme(
    name = "bearer",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT")
final class ApiDescription {

  private static final String RESOURCE = "/META-INF/swagger/openapi.yml";

  private final Map<String, Object> tree;
  private final String yaml;
  private final String json;

  ApiDescription(JsonMapper mapper) {
    tree = DescriptionMending.mended(read());
    yaml = written(tree);
    try {
      json = mapper.writeValueAsString(tree);
    } catch (IOException broken) {
      throw new UncheckedIOException("writing the API's description", broken);
    }
  }

  private static Map<String, Object> read() {
    try (InputStream stream = ApiDescription.class.getResourceAsStream(RESOURCE)) {
      if (stream == null) {
        throw new IllegalStateException("The build did not generate " + RESOURCE);
      }
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(stream);
    } catch (IOException broken) {
      throw new UncheckedIOException("reading " + RESOURCE, broken);
    }
  }

  private static String written(Map<String, Object> tree) {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setWidth(100);
    return new Yaml(options).dump(tree);
  }

  String yaml() {
    return yaml;
  }

  String json() {
    return json;
  }

  Map<String, Object> tree() {
    return tree;
  }
}
