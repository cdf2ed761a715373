/// Tests on a real PostgreSQL.
@NullMarked
package dev.slipway.activities.action;

import org.jspecify.annotations.NullMarked;
