/// The launcher that makes one running Slipway of all its parts.
@NullMarked
package dev.slipway.deploy;

import org.jspecify.annotations.NullMarked;
