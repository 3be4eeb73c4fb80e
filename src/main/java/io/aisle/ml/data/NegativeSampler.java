package io.aisle.ml.data;

import io.aisle.domain.experiment.TrainingSpec.NegativeSampling;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws items that a user does not have, for models that compare what was taken with what was not;
 * how, says {@link NegativeSampling}:
 *
 * <ul>
 *   <li>{@code UNIFORM}: every item alike.
 *   <li>{@code POPULARITY}: in proportion to the item's users to the power 0.75 (Mikolov and
 *       others, 2013).
 *   <li>{@code MIXED}: one or the other by a coin.
 *   <li>{@code IN_BATCH}: {@link #fill} takes positives of other rows of the batch; a single {@link
 *       #draw} takes an item as often as it has users, which is the same in the long run.
 *   <li>{@code HARD}: uniform, but {@link #candidates} draws for each negative, of which the model
 *       trains on the one that it scores highest (Zhang and others, 2013): {@link
 *       #draw(int,Scores,SplittableRandom)} does that; a model that scores whole batches draws all
 *       candidates with {@link #fill} and chooses itself.
 * </ul>
 *
 * <p>All randomness is the caller's, who derives a generator from the seed and the number of the
 * epoch. Immutable, thread-safe.
 */
public final class NegativeSampler {
  /** What no draw could find: the user has every item. */
  public static final int NONE = -1;

  private static final double POWER = 0.75;
  private static final int HARD_CANDIDATES = 8;

  /** Draws before the items are looked through one by one. */
  private static final int DRAWS = 16;

  private final NegativeSampling kind;
  private final SparseRows owned;
  private final int[] userCounts;
  private final int[] items;
  private final AliasTable popular;

  private NegativeSampler(NegativeSampling kind, SparseRows owned, int[] userCounts, int[] items) {
    this.kind = kind;
    this.owned = owned;
    this.userCounts = userCounts;
    this.items = items;
    this.popular =
        switch (kind) {
          case UNIFORM, HARD -> null;
          case POPULARITY, MIXED -> table(POWER);
          case IN_BATCH -> table(1);
        };
  }

  /**
   * Draws from the whole catalogue.
   *
   * @param owned users by items: what each user has; shared
   */
  public static NegativeSampler of(NegativeSampling kind, SparseRows owned) {
    int[] counts = new int[owned.columns()];
    for (int item : owned.column()) {
      counts[item]++;
    }
    int[] all = IntStream.range(0, owned.columns()).toArray();
    return new NegativeSampler(kind, owned, counts, all);
  }

  /**
   * The same among some items only.
   *
   * @param some at least one, each once; shared
   */
  public NegativeSampler among(int[] some) {
    return new NegativeSampler(kind, owned, userCounts, some);
  }

  private AliasTable table(double power) {
    double[] weights = new double[items.length];
    for (int k = 0; k < items.length; k++) {
      weights[k] = Math.pow(userCounts[items[k]], power);
    }
    return new AliasTable(weights);
  }

  /** Draws that make one negative: 1, or more for {@code HARD}. */
  public int candidates() {
    return kind == NegativeSampling.HARD ? HARD_CANDIDATES : 1;
  }

  /**
   * One draw.
   *
   * @return an item that the user does not have, or {@link #NONE}
   */
  public int draw(int user, SplittableRandom random) {
    for (int draw = 0; draw < DRAWS; draw++) {
      int item = any(random);
      if (!owned.contains(user, item)) {
        return item;
      }
    }
    return search(user, random);
  }

  /**
   * One negative: the draw with the highest score among {@link #candidates}.
   *
   * @return an item that the user does not have, or {@link #NONE}
   */
  public int draw(int user, Scores scores, SplittableRandom random) {
    int best = draw(user, random);
    if (candidates() == 1 || best == NONE) {
      return best;
    }
    float bestScore = scores.of(user, best);
    for (int c = 1; c < candidates(); c++) {
      int item = draw(user, random);
      float score = scores.of(user, item);
      if (score > bestScore) {
        best = item;
        bestScore = score;
      }
    }
    return best;
  }

  /**
   * Draws for a whole batch.
   *
   * @param user {@code [rows]}
   * @param item {@code [rows]} the positives
   * @param perRow draws for each row: negatives times {@link #candidates}
   * @param out {@code [rows * perRow]} overwritten; {@link #NONE} where a user has every item
   */
  public void fill(int[] user, int[] item, int perRow, SplittableRandom random, int[] out) {
    for (int row = 0; row < user.length; row++) {
      for (int n = row * perRow; n < (row + 1) * perRow; n++) {
        out[n] =
            kind == NegativeSampling.IN_BATCH
                ? another(user[row], item, random)
                : draw(user[row], random);
      }
    }
  }

  private int another(int user, int[] batch, SplittableRandom random) {
    for (int draw = 0; draw < DRAWS; draw++) {
      int item = batch[random.nextInt(batch.length)];
      if (!owned.contains(user, item)) {
        return item;
      }
    }
    return draw(user, random);
  }

  private int any(SplittableRandom random) {
    return switch (kind) {
      case UNIFORM, HARD -> items[random.nextInt(items.length)];
      case POPULARITY, IN_BATCH -> items[popular.draw(random)];
      case MIXED ->
          items[random.nextBoolean() ? random.nextInt(items.length) : popular.draw(random)];
    };
  }

  /** The first item from a random place on that the user does not have. */
  private int search(int user, SplittableRandom random) {
    int start = random.nextInt(items.length);
    for (int step = 0; step < items.length; step++) {
      int item = items[(start + step) % items.length];
      if (!owned.contains(user, item)) {
        return item;
      }
    }
    return NONE;
  }

  /** What a model thinks of an item for a user while it is trained. */
  @FunctionalInterface
  public interface Scores {
    float of(int user, int item);
  }
}
