package io.aisle.ui.dataset;

/**
 * How many rows were refused for one reason.
 *
 * @param reason short name; empty stands for all reasons together
 * @param words in the user's language
 */
public record ReasonLine(String reason, String words, long count) {}
