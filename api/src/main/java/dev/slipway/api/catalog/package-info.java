/// The catalogue as callers see it.
@NullMarked
package dev.slipway.api.catalog;

import org.jspecify.annotations.NullMarked;
