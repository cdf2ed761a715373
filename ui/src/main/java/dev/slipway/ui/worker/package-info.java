/// The processes that do the work, and what they have to do; for operators.
@NullMarked
package dev.slipway.ui.worker;

import org.jspecify.annotations.NullMarked;
