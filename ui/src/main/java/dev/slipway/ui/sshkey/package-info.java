/// The SSH keys of a tenant, which servers are ordered with.
@NullMarked
package dev.slipway.ui.sshkey;

import org.jspecify.annotations.NullMarked;
