/// Refresh tokens and failed sign-ins in PostgreSQL.
@NullMarked
package dev.slipway.activities.session;

import org.jspecify.annotations.NullMarked;
