/// The step kernel: typed steps, the plans over them, and what runs, previews, parks and undoes
/// them.
@NullMarked
package dev.slipway.workflows.step;

import org.jspecify.annotations.NullMarked;
