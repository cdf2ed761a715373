/// Servers in PostgreSQL.
@NullMarked
package dev.slipway.activities.server;

import org.jspecify.annotations.NullMarked;
