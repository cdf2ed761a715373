/// What waits for a person's decision, by cause, with commands for many at once.
@NullMarked
package dev.slipway.ui.attention;

import org.jspecify.annotations.NullMarked;
