package io.aisle.ml.model;

/**
 * Attention weights of one forward pass without dropout.
 *
 * @param first index within the history of the first position that the model reads; older items
 *     were cut off
 * @param weights {@code [layer][head][query][key]}, positions oldest first: as many queries as
 *     keys, or one query where it is the user that asks, as in a graph; each row sums to 1 over its
 *     cells that are not masked; masked cells are NaN
 * @param mean {@code [key]} what the score is read from looks at: its weights averaged over heads
 *     and layers; sums to 1
 * @param rollout {@code [key]} the same followed through the layers ({@link
 *     AttentionFlow#rollout}); sums to 1
 */
public record Attention(int first, float[][][][] weights, double[] mean, double[] rollout) {
  /** Where the last query is what the score is read from. */
  public static Attention of(int first, float[][][][] weights) {
    return new Attention(
        first, weights, AttentionFlow.mean(weights), AttentionFlow.rollout(weights));
  }

  /** The same of a history of which older items were cut off. */
  public Attention from(int position) {
    return new Attention(position, weights, mean, rollout);
  }
}
