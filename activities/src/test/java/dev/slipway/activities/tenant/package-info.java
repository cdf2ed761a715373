/// Tests on a real PostgreSQL.
@NullMarked
package dev.slipway.activities.tenant;

import org.jspecify.annotations.NullMarked;
