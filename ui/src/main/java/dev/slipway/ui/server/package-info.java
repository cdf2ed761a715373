/// Servers in the panel: the list and the order.
@NullMarked
package dev.slipway.ui.server;

import org.jspecify.annotations.NullMarked;
