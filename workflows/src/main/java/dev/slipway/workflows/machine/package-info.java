/// Machines at a provider: the requests and results of the steps that make and destroy them.
@NullMarked
package dev.slipway.workflows.machine;

import org.jspecify.annotations.NullMarked;
