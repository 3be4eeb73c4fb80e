package io.aisle.core.start;

import io.aisle.core.users.UserLine;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Picks the user with whom a first look at lists tells most. */
final class TellingUser {
  /** A history that can be taken in at a glance. */
  private static final double READABLE = 20;

  /** From here on the hit stands among the first places. */
  private static final double CLEAR = 0.5;

  private TellingUser() {}

  /**
   * One whose next item stands clearly among the first, with a history that is neither a line nor a
   * book; where nobody is served so well, the one who is served best.
   *
   * @param column of the metric in the users' values
   */
  static Optional<UserLine> of(List<UserLine> users, int column) {
    List<UserLine> judged =
        users.stream().filter(user -> user.testItems() > 0 && value(user, column) > 0).toList();
    Comparator<UserLine> readable =
        Comparator.<UserLine>comparingDouble(TellingUser::distance).thenComparing(UserLine::user);
    return judged.stream()
        .filter(user -> value(user, column) >= CLEAR)
        .min(readable)
        .or(
            () ->
                judged.stream()
                    .max(
                        Comparator.comparingDouble((UserLine user) -> value(user, column))
                            .thenComparing(readable.reversed())));
  }

  private static double distance(UserLine user) {
    return Math.abs(Math.log(Math.max(1, user.history()) / READABLE));
  }

  private static double value(UserLine user, int column) {
    return column < 0 || column >= user.values().length ? Double.NaN : user.values()[column];
  }
}
