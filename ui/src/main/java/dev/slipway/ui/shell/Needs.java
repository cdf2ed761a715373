package dev.slipway.ui.shell;

import dev.slipway.workflows.tenant.Permission;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The permission a view asks for. A view without this is for nobody, unless it is declared public.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Needs {

  /// What one must be allowed to do.
  Permission value();
}
