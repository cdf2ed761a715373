/// Actions: progress, long poll, event stream, commands and what needs attention.
@NullMarked
package dev.slipway.api.action;

import org.jspecify.annotations.NullMarked;
