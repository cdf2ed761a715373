/// Everything outside that Slipway drives: providers, tables and the workflow engine.
@NullMarked
package dev.slipway.activities;

import org.jspecify.annotations.NullMarked;
