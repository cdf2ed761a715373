/// The catalogue: plans, images, locations and networks that an order may name.
@NullMarked
package dev.slipway.workflows.catalog;

import org.jspecify.annotations.NullMarked;
