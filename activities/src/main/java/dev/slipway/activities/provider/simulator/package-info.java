/// The built-in provider: a small cloud with hosts, pools, machines and tasks in tables of its own,
/// which goes wrong on request.
///
/// It has no thread: a task's end is fixed when it begins and read off the clock when somebody
/// looks. Every call is one short transaction, and waits are outside of it. Room and pools are rows
/// (`sim_host`, `sim_pool`), so a location grows by adding some.
@NullMarked
package dev.slipway.activities.provider.simulator;

import org.jspecify.annotations.NullMarked;
