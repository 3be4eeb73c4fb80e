package io.aisle.domain.data;

import java.util.Map;

/**
 * An item of the catalogue as a table shows it.
 *
 * @param seq number within the version, from 1 without gaps
 * @param item external id
 * @param title null when unknown
 * @param category null when unknown
 * @param attributes what an item file says beyond that, by name, in the order of the file
 */
public record ItemRow(
    long seq, String item, String title, String category, Map<String, String> attributes) {}
