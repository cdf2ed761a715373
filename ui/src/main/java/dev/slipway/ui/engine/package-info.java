/// How Temporal does, for operators.
@NullMarked
package dev.slipway.ui.engine;

import org.jspecify.annotations.NullMarked;
