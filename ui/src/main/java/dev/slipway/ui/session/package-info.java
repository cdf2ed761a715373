/// The way into the panel, and who is in it: signing in, for how long, and the own account.
@NullMarked
package dev.slipway.ui.session;

import org.jspecify.annotations.NullMarked;
