package io.aisle.core.explanation;

import java.util.List;
import java.util.Map;

/**
 * Why a run shows an item to a user. Its JSON, which {@code aisle explain} prints, has the same
 * names.
 *
 * @param item the item that is explained: the one asked for, or the top recommendation
 * @param title its title; "" when unknown
 * @param score its score, in the model's own unit
 * @param history the test-time history, oldest first
 * @param first index within {@code history} of the first position that the attention covers
 * @param attention {@code [layer][head][query][key]}, positions oldest first; a masked cell is
 *     null; empty for models without attention
 * @param contributions for each history item: the score minus the score without that history item,
 *     so positive where it speaks for the item
 * @param notes what the numbers mean, by field
 */
public record Explanation(
    String user,
    String item,
    String title,
    double score,
    List<HistoryItem> history,
    int first,
    List<List<List<List<Double>>>> attention,
    double[] contributions,
    Map<String, String> notes) {}
