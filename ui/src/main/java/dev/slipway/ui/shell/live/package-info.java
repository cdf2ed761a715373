/// What keeps an open page true: reading again what has changed, and saying so where it can't be
/// read.
@NullMarked
package dev.slipway.ui.shell.live;

import org.jspecify.annotations.NullMarked;
