/// The controls of simulated locations: faults, timing and the ledger.
@NullMarked
package dev.slipway.ui.simulator;

import org.jspecify.annotations.NullMarked;
