/// The frame of the panel: header, side bar, menu, and what a page tells it.
@NullMarked
package dev.slipway.ui.shell;

import org.jspecify.annotations.NullMarked;
