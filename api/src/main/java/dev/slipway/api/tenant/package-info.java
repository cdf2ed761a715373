/// Who owns what: the names behind the ids of tenants and people.
@NullMarked
package dev.slipway.api.tenant;

import org.jspecify.annotations.NullMarked;
