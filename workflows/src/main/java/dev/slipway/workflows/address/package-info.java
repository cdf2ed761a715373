/// Addresses at a provider: the requests and results of the steps that allocate and release them.
@NullMarked
package dev.slipway.workflows.address;

import org.jspecify.annotations.NullMarked;
