/// Workers: the processes that run workflows and activities.
@NullMarked
package dev.slipway.workflows.worker;

import org.jspecify.annotations.NullMarked;
