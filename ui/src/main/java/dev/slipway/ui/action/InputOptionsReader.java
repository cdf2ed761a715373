package dev.slipway.ui.action;

import static dev.slipway.ui.shell.part.Wording.text;

import dev.slipway.api.catalog.CatalogService;
import dev.slipway.api.security.Caller;
import dev.slipway.ui.action.InputOptions.Option;
import dev.slipway.workflows.catalog.Image;
import dev.slipway.workflows.catalog.Location;
import jakarta.inject.Singleton;
import java.util.Map;

/// Reads what the inputs of parked steps can be chosen from: the places and images of the
/// catalogue.
@Singleton
public class InputOptionsReader {
  private final CatalogService catalog;

  InputOptionsReader(CatalogService catalog) {
    this.catalog = catalog;
  }

  /// The options of every input that has some.
  public InputOptions read(Caller caller) {
    return new InputOptions(
        Map.of(
            "location",
            catalog.locations(caller).stream().map(InputOptionsReader::place).toList(),
            "image",
            catalog.images(caller).stream().map(InputOptionsReader::image).toList()));
  }

  private static Option place(Location location) {
    var key = location.isAvailable() ? "input.option" : "input.option.closed";
    return new Option(location.code(), text(key, location.name(), location.code()));
  }

  private static Option image(Image image) {
    return new Option(image.code(), text("input.option", image.name(), image.code()));
  }
}
