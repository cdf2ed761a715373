/// What every provider has in common: the failure classes and the rule each one follows.
@NullMarked
package dev.slipway.workflows.provider;

import org.jspecify.annotations.NullMarked;
