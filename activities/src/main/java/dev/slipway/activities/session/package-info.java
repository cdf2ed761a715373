/// Refresh tokens in PostgreSQL.
@NullMarked
package dev.slipway.activities.session;

import org.jspecify.annotations.NullMarked;
