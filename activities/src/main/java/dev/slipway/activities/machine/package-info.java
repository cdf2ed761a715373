/// Makes, watches, adopts and destroys machines at providers.
@NullMarked
package dev.slipway.activities.machine;

import org.jspecify.annotations.NullMarked;
