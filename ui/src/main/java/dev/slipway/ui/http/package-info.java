/// The one public port: what the panel and the API are sent through, and the bridge between
/// Micronaut and Vaadin.
@NullMarked
package dev.slipway.ui.http;

import org.jspecify.annotations.NullMarked;
