/// The bare means that Slipway is measured against: one small application in a process of its own.
@NullMarked
package dev.slipway.deploy.bench.bare;

import org.jspecify.annotations.NullMarked;
