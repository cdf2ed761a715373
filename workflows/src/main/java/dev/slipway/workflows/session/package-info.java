/// Refresh tokens: what lets a client stay signed in, and how a stolen one is noticed.
@NullMarked
package dev.slipway.workflows.session;

import org.jspecify.annotations.NullMarked;
