/// Actions in PostgreSQL: the projection people watch, its end, and the news of its changes.
@NullMarked
package dev.slipway.activities.action;

import org.jspecify.annotations.NullMarked;
