/// Sessions: refresh tokens, which let a client stay signed in and tell of a stolen one, and
/// sign-ins that failed.
@NullMarked
package dev.slipway.workflows.session;

import org.jspecify.annotations.NullMarked;
