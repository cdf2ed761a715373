/// The frame of the panel: the one public port with the web bridge, who is signed in, and the parts
/// every page is made of.
@NullMarked
package dev.slipway.ui.shell;

import org.jspecify.annotations.NullMarked;
