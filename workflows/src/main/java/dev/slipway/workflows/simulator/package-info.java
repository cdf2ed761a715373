/// The simulated cloud's controls: faults, timing, and the ledger of what it made.
@NullMarked
package dev.slipway.workflows.simulator;

import org.jspecify.annotations.NullMarked;
