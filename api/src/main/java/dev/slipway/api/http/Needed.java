package dev.slipway.api.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Marks a component of what a caller sends without which the request is refused. It is nullable
/// all the same: the check stands where the rules are, and this tells the description of it.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.FIELD, ElementType.PARAMETER})
public @interface Needed {

  /// The field that may stand in place of it, where there is one: exactly one of the two is needed.
  String or() default "";
}
