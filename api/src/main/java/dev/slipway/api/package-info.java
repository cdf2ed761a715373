/// What drives Slipway over HTTP, and the services that hold its rules at the edge.
@NullMarked
package dev.slipway.api;

import org.jspecify.annotations.NullMarked;
