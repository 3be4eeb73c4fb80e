package io.aisle.ui.training;

/** Something that is known of a run. */
public record Fact(String label, String value) {}
