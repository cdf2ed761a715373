/// Temporal: the client, the worker, what writes attempts down, and what starts and watches
/// actions.
@NullMarked
package dev.slipway.activities.temporal;

import org.jspecify.annotations.NullMarked;
