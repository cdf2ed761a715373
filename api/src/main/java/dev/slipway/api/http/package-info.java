/// What all routes share: problems, idempotency, pages, bodies, correlation.
@NullMarked
package dev.slipway.api.http;

import org.jspecify.annotations.NullMarked;
