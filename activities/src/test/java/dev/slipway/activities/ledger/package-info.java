/// Tests on a real PostgreSQL.
@NullMarked
package dev.slipway.activities.ledger;

import org.jspecify.annotations.NullMarked;
