/// How Temporal, its workers and this process do: health, metrics, status.
@NullMarked
package dev.slipway.api.engine;

import org.jspecify.annotations.NullMarked;
