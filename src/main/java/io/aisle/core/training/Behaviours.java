package io.aisle.core.training;

import io.aisle.domain.data.EventKind;
import io.aisle.ml.data.Interactions;
import it.unimi.dsi.fastutil.ints.Int2FloatMap;
import it.unimi.dsi.fastutil.ints.Int2FloatOpenHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Events of other kinds than those that are predicted, of users and items of the catalogue, as far
 * as they may be known: none of them gives away what is held out. Of several events of one user,
 * item and kind the latest is kept. The value of an interaction is the ordinal of its {@link
 * EventKind}.
 *
 * @param train for fitting, and for histories from validation on
 * @param valid only for histories at test time
 */
record Behaviours(Interactions train, Interactions valid) {
  /** None of so many users and items. */
  static Behaviours none(int users, int items) {
    return new Behaviours(Interactions.empty(users, items), Interactions.empty(users, items));
  }

  int size() {
    return train.size() + valid.size();
  }

  /** The same without what may be known at test time only. */
  Behaviours withoutTest() {
    return new Behaviours(train, Interactions.empty(train.users(), train.items()));
  }

  /** Interactions that are predicted and those of the training part's events. */
  Interactions fitted(Interactions targets, Weights weights) {
    return joined(targets, train, weights);
  }

  /** Interactions that are predicted and all events that may be known at test time. */
  Interactions known(Interactions targets, Weights weights) {
    return joined(targets, train.mergedWith(valid), weights);
  }

  /**
   * Each pair of user and item counts as much as its strongest event, not as all of them: ten views
   * are no purchase. A pair that is predicted keeps its place; another one stands where its latest
   * event of that strength was.
   */
  private static Interactions joined(Interactions targets, Interactions events, Weights weights) {
    float[] value = new float[targets.size()];
    InteractionRows others = new InteractionRows(targets.hasTimes());
    Int2FloatMap strongest = new Int2FloatOpenHashMap();
    for (int user = 0; user < targets.users(); user++) {
      strongest.clear();
      for (int at = events.offsets()[user]; at < events.offsets()[user + 1]; at++) {
        strongest.merge(events.item()[at], weights.of(events.value()[at]), Math::max);
      }
      for (int at = targets.offsets()[user]; at < targets.offsets()[user + 1]; at++) {
        value[at] = Math.max(weights.target(), strongest.get(targets.item()[at]));
      }
      for (int item : targets.row(user)) {
        strongest.remove(item);
      }
      for (int at = events.offsets()[user + 1] - 1; at >= events.offsets()[user]; at--) {
        int item = events.item()[at];
        float weight = weights.of(events.value()[at]);
        if (weight > 0 && strongest.getOrDefault(item, -1) == weight) {
          strongest.remove(item);
          others.add(user, item, weight, targets.hasTimes() ? events.time()[at] : 0);
        }
      }
    }
    Interactions weighted =
        new Interactions(
            targets.users(),
            targets.items(),
            targets.offsets(),
            targets.item(),
            value,
            targets.time());
    return weighted.mergedWith(others.matrix(targets.users(), targets.items(), targets.hasTimes()));
  }

  /**
   * How much an interaction counts.
   *
   * @param target one of those that are predicted
   * @param byKind another one, by the ordinal of its kind
   */
  record Weights(float target, float[] byKind) {
    /**
     * @param given by kind; the kinds that are predicted count 1 where nothing is said
     * @param targets the kinds that are predicted, of one weight
     */
    static Weights of(Map<EventKind, Double> given, Set<EventKind> targets) {
      float[] byKind = new float[EventKind.values().length];
      given.forEach((kind, weight) -> byKind[kind.ordinal()] = weight.floatValue());
      double target =
          targets.stream().mapToDouble(kind -> given.getOrDefault(kind, 1.0)).max().orElse(1);
      return new Weights((float) target, byKind);
    }

    float of(float ordinal) {
      return byKind[(int) ordinal];
    }
  }
}
