/// Tests of the whole of Slipway: real processes, real servers, only what a client can see.
@NullMarked
package dev.slipway.deploy.system;

import org.jspecify.annotations.NullMarked;
