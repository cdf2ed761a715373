/// Idempotency keys: the same request twice has one effect and one answer.
@NullMarked
package dev.slipway.workflows.idempotency;

import org.jspecify.annotations.NullMarked;
