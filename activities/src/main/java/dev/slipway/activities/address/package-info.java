/// Allocates and releases addresses at providers.
@NullMarked
package dev.slipway.activities.address;

import org.jspecify.annotations.NullMarked;
