package io.aisle.core.slices;

import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A group of evaluated users beside all the others. What is looked at is the metric of a run or,
 * with a second run, the metric of the first less that of the second.
 *
 * @param conditions that all its users meet and no other user does
 * @param members indices of its users
 * @param mean of what is looked at, over its users
 * @param low lower end of the 95% interval of the mean, by Student's t
 * @param high upper end of it
 * @param rest mean of what is looked at, over the other users; NaN when there are none
 * @param effect difference from the others in standard deviations; negative for less
 * @param pValue the chance to see such a difference from the others when nothing sets the slice
 *     apart
 * @param adjustedP the same, corrected for all slices that were looked at
 * @param run mean of the first run's metric
 * @param against mean of the second run's metric; NaN when there is none
 */
public record Slice(
    List<Condition> conditions,
    BitSet members,
    double mean,
    double low,
    double high,
    double rest,
    double effect,
    double pValue,
    double adjustedP,
    double run,
    double against) {
  public int users() {
    return members.cardinality();
  }

  /** Mean less that of the others. */
  public double difference() {
    return mean - rest;
  }

  /** Its conditions in the words of a command line. */
  public String expression() {
    return conditions.stream().map(Condition::expression).collect(Collectors.joining(" and "));
  }
}
