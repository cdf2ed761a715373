package dev.slipway.workflows.catalog;

/// Why something cannot be had as it is asked for.
///
/// @param field what is at fault, such as `location`
/// @param code the kind of fault, such as `not_offered`
/// @param message one sentence
public record Misfit(String field, String code, String message) {}
