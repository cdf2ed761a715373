/// Servers: the record, its states, the order, and the plan that builds one.
@NullMarked
package dev.slipway.workflows.server;

import org.jspecify.annotations.NullMarked;
