package io.aisle.core.report;

import java.util.List;

/**
 * A table as spreadsheets have it.
 *
 * @param name of the sheet
 * @param rows each as long as the header; numbers as {@link Double} or {@link Long}, NaN and null
 *     for what does not exist, all else as text
 */
record Sheet(String name, List<String> header, List<List<Object>> rows) {}
