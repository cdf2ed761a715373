/// What a person is told when something can't be done, was not found, or went wrong.
@NullMarked
package dev.slipway.ui.shell.failure;

import org.jspecify.annotations.NullMarked;
