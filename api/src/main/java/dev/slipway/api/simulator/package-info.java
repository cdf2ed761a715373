/// The controls of simulated locations, for operators.
@NullMarked
package dev.slipway.api.simulator;

import org.jspecify.annotations.NullMarked;
