/// The parts that every page is made of: badges, facts, cards, lists, notes, times and amounts.
@NullMarked
package dev.slipway.ui.shell.part;

import org.jspecify.annotations.NullMarked;
