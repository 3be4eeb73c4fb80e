package io.aisle.core.explanation;

import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.ProgressListener;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.Attention;
import io.aisle.ml.model.Scorer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The faithfulness of a model: users are drawn, and for each the best item it may be given is
 * dropped from. Confined to the worker's thread.
 *
 * @param history what users are scored from
 * @param candidates of a user
 * @param seed draws the users, and the places of long histories
 */
record FaithfulnessSample(
    Scorer scorer, Interactions history, IntFunction<Candidates> candidates, long seed) {
  /** Places of one history that are taken away at most; of longer ones as many are drawn. */
  private static final int MOST_PLACES = 50;

  /** Places that a user must have to be asked. */
  private static final int LEAST_PLACES = 3;

  /**
   * @param wanted users, at least 1; fewer are taken when no more have a history of three items
   * @return empty for models without attention
   */
  Optional<Faithfulness> of(int wanted, ProgressListener progress, CancelSignal cancel) {
    Rescorer rescorer = new Rescorer(scorer, cancel);
    List<FaithfulnessFigures.Asked> asked = new ArrayList<>();
    boolean attends = false;
    int[] users = users();
    for (int at = 0; at < users.length && asked.size() < wanted; at++) {
      Past past = Past.of(history, users[at]);
      Candidates given = candidates.apply(users[at]);
      int item = best(rescorer, past, given);
      Optional<Attention> attention =
          item < 0 ? Optional.empty() : scorer.attention(past.items(), item);
      attends |= attention.isPresent();
      if (item >= 0 && attention.isEmpty()) {
        break;
      }
      if (attention.isPresent() && attention.get().mean().length >= LEAST_PLACES) {
        int[] places = places(attention.get(), past.size(), users[at]);
        asked.add(
            new FaithfulnessFigures.Asked(
                attention.get(), Drops.of(rescorer, past, item, given, places)));
      }
      progress.at(new Progress("explaining", asked.size(), wanted));
    }
    return attends ? Optional.of(new FaithfulnessFigures(seed).ofModel(asked)) : Optional.empty();
  }

  private int[] users() {
    int[] users =
        IntStream.range(0, history.users())
            .filter(user -> history.length(user) >= LEAST_PLACES)
            .toArray();
    shuffle(users, new SplittableRandom(seed));
    return users;
  }

  /** The best item that may be given; -1 when there is none. */
  private static int best(Rescorer rescorer, Past past, Candidates given) {
    int[] best = {-1};
    rescorer.each(List.of(past), (row, scores, from) -> best[0] = given.best(scores, from));
    return best[0];
  }

  /** All places that are read, or those that the attention names and a draw of the others. */
  private int[] places(Attention attention, int size, int user) {
    int[] all = IntStream.range(attention.first(), size).toArray();
    if (all.length <= MOST_PLACES) {
      return all;
    }
    shuffle(all, new SplittableRandom(seed + 31L * user));
    IntStream named =
        Arrays.stream(Faithfulness.View.values())
            .mapToInt(view -> FaithfulnessFigures.top(attention, view));
    return IntStream.concat(named, Arrays.stream(all))
        .distinct()
        .limit(MOST_PLACES)
        .sorted()
        .toArray();
  }

  private static void shuffle(int[] values, SplittableRandom random) {
    for (int i = values.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = values[i];
      values[i] = values[other];
      values[other] = kept;
    }
  }
}
