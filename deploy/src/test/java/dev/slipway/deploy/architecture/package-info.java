/// The rules of the house, held by tests: which way dependencies point and what a file may be.
@NullMarked
package dev.slipway.deploy.architecture;

import org.jspecify.annotations.NullMarked;
