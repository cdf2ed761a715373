/// The first page: how everything stands, and what asks for a look.
@NullMarked
package dev.slipway.ui.dashboard;

import org.jspecify.annotations.NullMarked;
