package dev.slipway.ui.action;

/// What was ordered, by names for people.
///
/// @param traffic a month's traffic, such as `20 TB`; empty when the plan is gone or has none
/// @param price a month's price, such as `€ 4.50`; empty when the plan is gone
public record OrderedParts(
    String plan, String image, String location, String traffic, String price) {}
