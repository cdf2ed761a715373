/// Actions in the panel: the list, and the live page of one with its repair.
@NullMarked
package dev.slipway.ui.action;

import org.jspecify.annotations.NullMarked;
