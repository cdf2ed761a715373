/// Capacity at a provider: the requests and results of the steps that hold and free it.
@NullMarked
package dev.slipway.workflows.capacity;

import org.jspecify.annotations.NullMarked;
