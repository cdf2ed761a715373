/// SSH keys over HTTP.
@NullMarked
package dev.slipway.api.sshkey;

import org.jspecify.annotations.NullMarked;
