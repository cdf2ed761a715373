package dev.slipway.workflows.action;

/// What an action works on, and the lane it holds.
///
/// @param type `server`
/// @param id the resource's id
public record Resource(String type, String id) {}
