package io.aisle.ui.dataset;

import java.util.List;

/**
 * A file without events as the list shows it.
 *
 * @param title its name, and what its rows are
 * @param columns those whose meaning is known, in words
 */
record DescribedLine(
    String file, String title, String columns, List<String> header, List<List<String>> rows) {}
