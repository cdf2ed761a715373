package dev.slipway.activities.machine;

import jakarta.inject.Singleton;

/// How machines come and go.
@Singleton
record MachineMaking(
    MachineCreation creation,
    MachineCompletion completion,
    MachineAdoption adoption,
    MachineRemoval removal) {}
