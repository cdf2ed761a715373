/// A real PostgreSQL for tests, and the tests of what every repository stands on.
@NullMarked
package dev.slipway.activities.storage;

import org.jspecify.annotations.NullMarked;
