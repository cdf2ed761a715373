/// The panel that tenants and operators see in the browser.
@NullMarked
package dev.slipway.ui;

import org.jspecify.annotations.NullMarked;
