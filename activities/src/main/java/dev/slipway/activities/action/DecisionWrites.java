package dev.slipway.activities.action;

import jakarta.inject.Singleton;

/// How decisions that come with an attempt are written down, be it let in or not.
@Singleton
record DecisionWrites(ObeyedDecisions obeyed, RefusedDecisions refused) {}
