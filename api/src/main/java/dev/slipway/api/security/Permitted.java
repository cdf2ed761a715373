package dev.slipway.api.security;

import dev.slipway.workflows.tenant.Permission;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares the permission a route needs. A route without this, and without being declared public,
/// is refused to everybody.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Permitted {

  /// What the caller must be allowed.
  Permission value();
}
