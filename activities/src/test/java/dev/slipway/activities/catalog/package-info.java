/// Tests on a real PostgreSQL.
@NullMarked
package dev.slipway.activities.catalog;

import org.jspecify.annotations.NullMarked;
