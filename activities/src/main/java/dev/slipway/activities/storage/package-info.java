/// PostgreSQL: the schema, scoped transactions, visible SQL, encryption at rest and ids.
@NullMarked
package dev.slipway.activities.storage;

import org.jspecify.annotations.NullMarked;
