/// Tenants, their users, roles and permissions, and the scope every query is bound to.
@NullMarked
package dev.slipway.workflows.tenant;

import org.jspecify.annotations.NullMarked;
