/// The registry of workers in PostgreSQL.
@NullMarked
package dev.slipway.activities.worker;

import org.jspecify.annotations.NullMarked;
