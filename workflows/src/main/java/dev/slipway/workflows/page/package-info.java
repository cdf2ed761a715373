/// Pages of lists: which part was asked for, and the part itself.
@NullMarked
package dev.slipway.workflows.page;

import org.jspecify.annotations.NullMarked;
