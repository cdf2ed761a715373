/// SSH keys: what servers accept at sign-in.
@NullMarked
package dev.slipway.workflows.sshkey;

import org.jspecify.annotations.NullMarked;
