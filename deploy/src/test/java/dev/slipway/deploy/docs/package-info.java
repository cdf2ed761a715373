/// The documentation: its generated pages, and that every page is whole.
@NullMarked
package dev.slipway.deploy.docs;

import org.jspecify.annotations.NullMarked;
