/// Servers: order, dry run, list, change, actions on them, who waits for them, and their routes.
@NullMarked
package dev.slipway.api.server;

import org.jspecify.annotations.NullMarked;
