package io.aisle.core.explanation;

import io.aisle.domain.experiment.FieldName;
import java.time.Instant;
import java.util.List;

/**
 * How far each feature that a model reads moves a score away from that of the average interaction.
 * Its JSON, which {@code aisle explain --features} prints, has the same names.
 *
 * @param item the item that is explained: the one asked for, or the top recommendation
 * @param title its title; "" when unknown
 * @param time the moment that is asked about, that of the newest history item; null when unknown
 * @param unit what the numbers are
 * @param score of the item for the user
 * @param probability the score as how likely the interaction is; null where the model does not say
 * @param base mean score of the background
 * @param baseError standard error of it
 * @param samples background interactions that were drawn
 * @param seed they were drawn with
 * @param features those that move the score furthest first; with {@code base} they add up to {@code
 *     score}
 * @param note what the numbers mean
 */
public record FeatureShares(
    String user,
    String item,
    String title,
    Instant time,
    Unit unit,
    double score,
    Double probability,
    double base,
    double baseError,
    int samples,
    long seed,
    List<Share> features,
    String note) {
  public FeatureShares {
    features = List.copyOf(features);
  }

  /** What scores are. */
  public enum Unit {
    /** The logarithm of the odds that the interaction is positive. */
    LOG_ODDS,
    /** The model's own unit. */
    SCORE
  }

  /**
   * One feature's part.
   *
   * @param feature such as {@code user}, {@code user.age}, {@code context.hour}, {@code history} or
   *     {@code item.category}
   * @param values what it is here: an id, values of an attribute, what the moment is, or the number
   *     of history items; empty when unknown
   * @param part what it adds to the score
   * @param error standard error of the part, which more samples make smaller
   * @param low lower end of the part's 95% interval
   * @param high upper end of it
   */
  public record Share(
      String feature,
      FieldName.Side side,
      String name,
      List<String> values,
      double part,
      double error,
      double low,
      double high) {
    public Share {
      values = List.copyOf(values);
    }
  }
}
