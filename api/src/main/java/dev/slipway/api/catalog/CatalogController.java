package dev.slipway.api.catalog;

import dev.slipway.api.http.ListMeta;
import dev.slipway.api.http.PageQuery;
import dev.slipway.api.security.Callers;
import dev.slipway.api.security.Permitted;
import dev.slipway.workflows.page.Page;
import dev.slipway.workflows.tenant.Permission;
import io.micronaut.http.annotation.Controller;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Routes of the catalogue.
@Tag(name = "Catalogue")
@Controller("/api/v1")
@Permitted(Permission.CATALOG_VIEW)
@ExecuteOn(TaskExecutors.BLOCKING)
final class CatalogController implements CatalogOperations {

  private final CatalogService catalog;
  private final Callers callers;

  CatalogController(CatalogService catalog, Callers callers) {
    this.catalog = catalog;
    this.callers = callers;
  }

  /// Plans that can be ordered, by price.
  @Override
  public PlanList plans(@Nullable String page, @Nullable String size) {
    var part = part(catalog.plans(callers.current()), PlanBody::of, page, size);
    return new PlanList(part.items(), ListMeta.of(part));
  }

  /// Images a server can start from, by name.
  @Override
  public ImageList images(@Nullable String page, @Nullable String size) {
    var part = part(catalog.images(callers.current()), ImageBody::of, page, size);
    return new ImageList(part.items(), ListMeta.of(part));
  }

  /// Locations, by code.
  @Override
  public LocationList locations(@Nullable String page, @Nullable String size) {
    var part = part(catalog.locations(callers.current()), LocationBody::of, page, size);
    return new LocationList(part.items(), ListMeta.of(part));
  }

  /// Networks, by location and code.
  @Override
  public NetworkList networks(@Nullable String page, @Nullable String size) {
    var part = part(catalog.networks(callers.current()), NetworkBody::of, page, size);
    return new NetworkList(part.items(), ListMeta.of(part));
  }

  private static <T, B> Page<B> part(
      List<T> all, Function<T, B> body, @Nullable String page, @Nullable String size) {
    return Page.of(all, PageQuery.of(page, size)).map(body);
  }
}
