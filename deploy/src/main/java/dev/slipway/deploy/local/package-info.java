/// The embedded twins of the real parts: PostgreSQL and Temporal started, watched and stopped by
/// the launcher, with everything they keep in one data directory.
@NullMarked
package dev.slipway.deploy.local;

import org.jspecify.annotations.NullMarked;
