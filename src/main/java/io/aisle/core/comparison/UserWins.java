package io.aisle.core.comparison;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * For how many users a run's metric is better than, the same as and worse than the reference's.
 *
 * @param better number of users
 * @param same number of users whose values agree to the last digit
 * @param worse number of users
 * @param gains the users with the largest gain, largest first
 * @param losses the users with the largest loss, largest first
 */
public record UserWins(
    int better, int same, int worse, List<UserDifference> gains, List<UserDifference> losses) {
  /**
   * @param user external id
   * @param run the run's value
   * @param reference the reference's value
   */
  public record UserDifference(String user, double run, double reference) {
    public double difference() {
      return run - reference;
    }
  }

  public int users() {
    return better + same + worse;
  }

  /**
   * Counts; users without a value in one of the two are left out.
   *
   * @param loss whether less is better
   * @param users external ids
   * @param run {@code [user]}
   * @param reference {@code [user]}
   * @param most users in each of the two lists at most
   */
  static UserWins of(boolean loss, List<String> users, double[] run, double[] reference, int most) {
    List<UserDifference> better = new ArrayList<>();
    List<UserDifference> worse = new ArrayList<>();
    int same = 0;
    for (int u = 0; u < run.length; u++) {
      double difference = run[u] - reference[u];
      double gain = loss ? -difference : difference;
      if (gain > 0) {
        better.add(new UserDifference(users.get(u), run[u], reference[u]));
      } else if (gain < 0) {
        worse.add(new UserDifference(users.get(u), run[u], reference[u]));
      } else if (difference == 0) {
        same++;
      }
    }
    // users of equal difference stay in the order of the table, so that a list is the same twice
    better.sort(Comparator.comparingDouble(each -> -Math.abs(each.difference())));
    worse.sort(Comparator.comparingDouble(each -> -Math.abs(each.difference())));
    return new UserWins(better.size(), same, worse.size(), first(better, most), first(worse, most));
  }

  private static List<UserDifference> first(List<UserDifference> all, int most) {
    return List.copyOf(all.subList(0, Math.min(most, all.size())));
  }
}
