/// Holds and frees room at providers.
@NullMarked
package dev.slipway.activities.capacity;

import org.jspecify.annotations.NullMarked;
