package dev.slipway.workflows.action;

/// Who asked for an action.
///
/// @param id the user's id
/// @param type `user` or `operator`
public record Requester(String id, String type) {}
