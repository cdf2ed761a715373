/// Tests on a real PostgreSQL.
@NullMarked
package dev.slipway.activities.worker;

import org.jspecify.annotations.NullMarked;
