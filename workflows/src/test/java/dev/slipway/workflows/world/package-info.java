/// A world in memory for tests of plans: what providers and tables would do, counted and scripted.
@NullMarked
package dev.slipway.workflows.world;

import org.jspecify.annotations.NullMarked;
