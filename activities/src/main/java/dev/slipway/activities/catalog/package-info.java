/// The catalogue in PostgreSQL, and the demo catalogue.
@NullMarked
package dev.slipway.activities.catalog;

import org.jspecify.annotations.NullMarked;
