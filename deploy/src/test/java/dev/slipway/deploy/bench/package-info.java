/// What Slipway costs beside bare means of the same trade, measured in one run on one machine.
@NullMarked
package dev.slipway.deploy.bench;

import org.jspecify.annotations.NullMarked;
