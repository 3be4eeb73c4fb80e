package io.aisle.core.users;

import io.aisle.core.explanation.HistoryItem;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.explanation.HistoryEdit;
import io.aisle.domain.job.CancelSignal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How long the Users screen waits for a run: from an edit of a history to the new list, and from
 * the choice of the user with the longest history to profile, list and reasons. The worker is warm,
 * as in the window; what travels between the processes counts. Drawing does not.
 */
public final class UsersBench {
  private static final int USERS = 40;
  private static final int WARM_UP = 10;
  private static final int LIST = 20;
  private static final int LONG = 500;

  private final UsersService users;
  private final CancelSignal cancel;

  /**
   * @param users whose worker is asked
   */
  public UsersBench(UsersService users, CancelSignal cancel) {
    this.users = users;
    this.cancel = cancel;
  }

  /**
   * Milliseconds.
   *
   * @param edits that were timed
   * @param median from an edit to the new lists
   * @param p95 that 95 of 100 edits do not exceed
   * @param history items of the user whose history is nearest to 500
   * @param opening profile and lists of that user: median of the rounds
   * @param reasons what the first run looked at for its first item: likewise
   */
  public record Result(
      int edits, double median, double p95, int history, double opening, double reasons) {}

  /**
   * Measures.
   *
   * @param runs at least one, which have the same users
   * @param rounds edits of each of up to 40 users, and openings of the one; at least 1
   * @throws InputException when no user of the first run has a history of two items
   */
  public Result measure(List<RunFolder> runs, int rounds) {
    RunFolder run = runs.getFirst();
    List<UserLine> able = users.users(run).stream().filter(user -> user.history() > 1).toList();
    if (able.isEmpty()) {
      throw new InputException(
          "No user of %s has a history of two items that could be edited: name another run."
              .formatted(run.path()));
    }
    int step = Math.max(1, able.size() / USERS);
    for (int k = 0; k < WARM_UP; k++) {
      var unused = edit(runs, able.get(k * step % able.size()).user(), k);
    }
    int judged = Math.min(USERS, able.size());
    double[] times = new double[judged * rounds];
    for (int k = 0; k < times.length; k++) {
      times[k] = edit(runs, able.get(k / rounds * step).user(), k % rounds);
    }
    Arrays.sort(times);
    UserLine one =
        able.stream()
            .min(Comparator.comparingInt(user -> Math.abs(user.history() - LONG)))
            .orElseThrow();
    double[] opening = new double[rounds + 1];
    double[] reasons = new double[rounds + 1];
    for (int round = 0; round <= rounds; round++) {
      opening[round] = open(runs, one.user());
      reasons[round] = explain(run, one.user());
    }
    return new Result(
        times.length,
        times[times.length / 2],
        times[(int) Math.ceil(0.95 * times.length) - 1],
        one.history(),
        medianAfterFirst(opening),
        medianAfterFirst(reasons));
  }

  private static double medianAfterFirst(double[] times) {
    double[] sorted = Arrays.copyOfRange(times, 1, times.length);
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** Takes an item away in even rounds and moves one in odd ones. */
  private double edit(List<RunFolder> runs, String user, int round) {
    List<HistoryItem> history = users.history(runs.getFirst(), user);
    int place = round / 2 % history.size();
    String item = history.get(place).item();
    HistoryEdit edit =
        round % 2 == 0
            ? new HistoryEdit.Remove(item, place)
            : new HistoryEdit.Move(item, place, history.size() - 1 - place);
    cancel.check();
    long began = System.nanoTime();
    var unused = users.explanations().whatIf(runs, user, List.of(edit), LIST, cancel);
    return millis(began);
  }

  private double open(List<RunFolder> runs, String user) {
    cancel.check();
    long began = System.nanoTime();
    var unused = users.profile(runs.getFirst(), user, cancel);
    var unusedLists = users.lists(runs, user, LIST, cancel);
    return millis(began);
  }

  private double explain(RunFolder run, String user) {
    cancel.check();
    long began = System.nanoTime();
    var unused = users.explanations().explain(run, user, Optional.empty(), cancel);
    return millis(began);
  }

  private static double millis(long began) {
    return (System.nanoTime() - began) / 1e6;
  }
}
