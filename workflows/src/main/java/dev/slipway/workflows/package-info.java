/// The core: domain records, ports, the step kernel, plans and workflow code. Knows no framework.
@NullMarked
package dev.slipway.workflows;

import org.jspecify.annotations.NullMarked;
