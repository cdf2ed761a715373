/// Tenants and users in PostgreSQL, their passwords, and the first people of an installation.
@NullMarked
package dev.slipway.activities.tenant;

import org.jspecify.annotations.NullMarked;
