package io.aisle.ui.comparison;

import io.aisle.core.comparison.UserWins;
import io.aisle.ui.common.RunItem;
import java.util.List;

/**
 * For whom a run is better and worse than the reference.
 *
 * @param colour number of the run's series colour
 */
public record WinsRow(RunItem run, int colour, RunItem reference, UserWins wins) {
  /** A user with the two values of the metric. */
  public record OfUser(String user, double run, double reference) {}

  public double better() {
    return share(wins.better());
  }

  public double same() {
    return share(wins.same());
  }

  public double worse() {
    return share(wins.worse());
  }

  private double share(int users) {
    return wins.users() == 0 ? 0 : (double) users / wins.users();
  }

  /** The users with the largest gain or loss, largest first. */
  public List<OfUser> users(boolean gains) {
    return (gains ? wins.gains() : wins.losses())
        .stream().map(each -> new OfUser(each.user(), each.run(), each.reference())).toList();
  }

  public int count(boolean gains) {
    return gains ? wins.better() : wins.worse();
  }
}
