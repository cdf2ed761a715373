/// The command palette and the keys.
@NullMarked
package dev.slipway.ui.shell.palette;

import org.jspecify.annotations.NullMarked;
