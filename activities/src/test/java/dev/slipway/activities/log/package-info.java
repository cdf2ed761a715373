/// What is written to the log, for tests that read it.
@NullMarked
package dev.slipway.activities.log;

import org.jspecify.annotations.NullMarked;
