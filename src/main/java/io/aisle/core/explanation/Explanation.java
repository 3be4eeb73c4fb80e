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
 * @param contributions for each history item: what it adds to the score where {@code additive},
 *     else the score minus the score without that history item; positive where it speaks for the
 *     item
 * @param additive whether the contributions add up to the score, as those of item-KNN, EASE, SLIM
 *     and ALS do in closed form
 * @param attentionMean what the score is read from looks at: its attention averaged over heads and
 *     layers, for the history items from {@code first} on; empty for models without attention
 * @param attentionRollout the same followed through the layers
 * @param faithfulness whether taking away what attention names matters; null for models without
 *     attention
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
    boolean additive,
    double[] attentionMean,
    double[] attentionRollout,
    Faithfulness faithfulness,
    Map<String, String> notes) {}
