/// Who calls and what he may do: sign-in, tokens, permissions of routes.
@NullMarked
package dev.slipway.api.security;

import org.jspecify.annotations.NullMarked;
