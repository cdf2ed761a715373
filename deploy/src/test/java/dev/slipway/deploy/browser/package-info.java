/// A real Chromium for the tests that look at the panel as a person does.
@NullMarked
package dev.slipway.deploy.browser;

import org.jspecify.annotations.NullMarked;
