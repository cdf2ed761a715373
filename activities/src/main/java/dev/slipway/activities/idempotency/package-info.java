/// Idempotency keys in PostgreSQL.
@NullMarked
package dev.slipway.activities.idempotency;

import org.jspecify.annotations.NullMarked;
