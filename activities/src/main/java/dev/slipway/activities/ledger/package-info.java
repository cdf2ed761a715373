/// The ledger of what steps made outside: which object, under which key, made or adopted.
@NullMarked
package dev.slipway.activities.ledger;

import org.jspecify.annotations.NullMarked;
