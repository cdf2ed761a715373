/// What a browser says to the panel, without a browser: the requests of Vaadin's client, replayed.
@NullMarked
package dev.slipway.deploy.bench.panel;

import org.jspecify.annotations.NullMarked;
