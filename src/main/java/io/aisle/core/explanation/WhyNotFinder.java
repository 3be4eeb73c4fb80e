package io.aisle.core.explanation;

import io.aisle.core.explanation.WhyNot.Change;
import io.aisle.core.explanation.WhyNot.Pull;
import io.aisle.core.explanation.WhyNot.State;
import io.aisle.core.training.OpenRun;
import io.aisle.domain.job.CancelSignal;
import io.aisle.ml.metric.TopK;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.rerank.CoOccurrence;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Says why an item is not in a user's list. Confined to the worker's thread. */
final class WhyNotFinder {
  private static final int PULLS = 3;

  private final OpenRun run;
  private final CancelSignal cancel;

  WhyNotFinder(OpenRun run, CancelSignal cancel) {
    this.run = run;
    this.cancel = cancel;
  }

  /**
   * @param k length of the list, at least 1
   * @throws io.aisle.domain.InputException when user or item are unknown
   */
  WhyNot find(String userId, String itemId, int k) {
    int user = run.user(userId);
    int item = run.item(itemId);
    Candidates candidates = Candidates.of(run, user);
    float[] scores = new float[run.scorer().items()];
    run.scorer().scoreAll(HistoryBlock.of(run.history(), new int[] {user}, 0, 1), scores);
    int rank = candidates.rank(scores, 0, item);
    int place = place(user, item, k, run.rules().size());
    State state = state(user, item, place, rank <= k);
    int last = last(candidates, scores, k);
    Parts parts = Parts.of(run, user, item, cancel);
    return new WhyNot(
        userId,
        named(item),
        k,
        state,
        place,
        rank,
        scores[item],
        last < 0 ? null : named(last),
        last < 0 ? Double.NaN : scores[last],
        last < 0 ? Double.NaN : scores[last] - scores[item],
        rule(user, item, k, state),
        parts.additive(),
        pulls(user, parts, 1),
        pulls(user, parts, -1),
        state == State.BELOW ? change(user, item, k, candidates, parts) : Change.NONE);
  }

  /**
   * @param rules how many of the run's rules act
   * @return from 1; 0 when it is not in the list
   */
  private int place(int user, int item, int k, int rules) {
    int[] place = new int[1];
    run.lists(
        new int[] {user},
        k,
        run.data().reranker(run.rules().subList(0, rules), run.history()),
        (_, items, _) -> place[0] = 1 + Arrays.stream(items).boxed().toList().indexOf(item),
        cancel);
    return place[0];
  }

  private State state(int user, int item, int place, boolean high) {
    if (place > 0) {
      return State.LISTED;
    }
    if (run.protocol().excludeSeen() && Arrays.stream(run.seen(user)).anyMatch(s -> s == item)) {
      return State.SEEN;
    }
    if (Candidates.blocked(run)[item]) {
      return State.BLOCKED;
    }
    return high ? State.RULED_OUT : State.BELOW;
  }

  /** The first rule without which the item would still be listed. */
  private String rule(int user, int item, int k, State state) {
    if (state == State.BLOCKED) {
      return "block";
    }
    if (state != State.RULED_OUT) {
      return "";
    }
    int rules = 1;
    while (rules < run.rules().size() && place(user, item, k, rules) > 0) {
      rules++;
    }
    return run.rules().get(rules - 1).kind();
  }

  private int last(Candidates candidates, float[] scores, int k) {
    float[] row = scores.clone();
    for (int item = 0; item < row.length; item++) {
      row[item] = candidates.masked()[item] ? Float.NEGATIVE_INFINITY : row[item];
    }
    TopK top = new TopK(Math.min(k, row.length), candidates.ties());
    int length = top.select(row, 0, row.length);
    return length == 0 ? -1 : top.item(length - 1);
  }

  /**
   * @param sign 1 for what speaks for the item, -1 for what speaks against it
   */
  private List<Pull> pulls(int user, Parts parts, int sign) {
    return IntStream.range(0, parts.amounts().length)
        .filter(at -> sign * parts.amounts()[at] > 0)
        .boxed()
        .sorted(Comparator.comparingDouble(at -> -sign * parts.amounts()[at]))
        .limit(PULLS)
        .map(at -> pull(user, at, parts))
        .toList();
  }

  private Pull pull(int user, int at, Parts parts) {
    return new Pull(at, named(run.history().row(user)[at]), parts.amounts()[at]);
  }

  private Change change(int user, int item, int k, Candidates candidates, Parts parts) {
    ChangeSearch search =
        new ChangeSearch(
            new Rescorer(run.scorer(), cancel),
            Past.of(run.history(), user),
            item,
            k,
            candidates,
            run.protocol().excludeSeen());
    return search
        .smallest(new CoOccurrence(run.history()))
        .map(
            found ->
                new Change(
                    true,
                    Arrays.stream(found.edit().removed())
                        .mapToObj(at -> pull(user, at, parts))
                        .toList(),
                    Arrays.stream(found.edit().added()).mapToObj(this::named).toList(),
                    found.rank(),
                    search.tried()))
        .orElseGet(() -> new Change(false, List.of(), List.of(), 0, search.tried()));
  }

  private Named named(int item) {
    return Named.of(run.data().catalogue(), item);
  }
}
