/// Tests on a real PostgreSQL.
@NullMarked
package dev.slipway.activities.idempotency;

import org.jspecify.annotations.NullMarked;
