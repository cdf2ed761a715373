/// Servers in the panel: the list, the page of each with what can be done to it, and the order.
@NullMarked
package dev.slipway.ui.server;

import org.jspecify.annotations.NullMarked;
