/// The provider port: what every backend must do, and how its failures are told.
@NullMarked
package dev.slipway.activities.provider;

import org.jspecify.annotations.NullMarked;
