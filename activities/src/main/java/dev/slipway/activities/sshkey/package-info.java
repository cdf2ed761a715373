/// SSH keys in tables.
@NullMarked
package dev.slipway.activities.sshkey;

import org.jspecify.annotations.NullMarked;
