/// The way into the panel: signing in.
@NullMarked
package dev.slipway.ui.session;

import org.jspecify.annotations.NullMarked;
