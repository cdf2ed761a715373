/// Tests on a real PostgreSQL.
@NullMarked
package dev.slipway.activities.session;

import org.jspecify.annotations.NullMarked;
