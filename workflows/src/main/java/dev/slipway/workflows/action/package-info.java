/// Actions: what somebody asked for, its steps, attempts, waits and parkings, and who may decide.
@NullMarked
package dev.slipway.workflows.action;

import org.jspecify.annotations.NullMarked;
