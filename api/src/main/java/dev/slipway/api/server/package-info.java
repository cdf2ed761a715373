/// Servers: order, dry run, list, change and abort, and their routes.
@NullMarked
package dev.slipway.api.server;

import org.jspecify.annotations.NullMarked;
