package io.aisle.ui.start;

import java.util.List;

/**
 * A sample as a card.
 *
 * @param facts counts in words
 * @param licence its name
 * @param link where it can be read
 * @param commercial whether commercial use is allowed
 * @param trains whether models can be trained on it
 */
record StartCard(
    String name,
    String title,
    String what,
    String goodFor,
    List<String> facts,
    String licence,
    String link,
    boolean commercial,
    boolean trains) {}
