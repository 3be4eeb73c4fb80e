package io.aisle.ml.kernel;

import io.aisle.domain.job.CancelSignal;
import java.util.Arrays;

/**
 * Regresses one column of X on all others: minimises {@code 1/2 |x_j - X w|^2 + ridge / 2 |w|^2 +
 * lasso |w|_1} with {@code w_j = 0}, from the products of the columns alone. Coordinate descent
 * (Friedman, Hastie and Tibshirani, Regularization paths for generalized linear models via
 * coordinate descent, 2010) on a growing set of coordinates: the ones that violate the optimum most
 * join it, the set is solved, and the gradient of the others is looked at again, until none
 * violates it. One scratch for one thread.
 */
public final class ElasticNet {
  /** Coordinates that join in the first round; later as many as there are already. */
  private static final int FIRST = 48;

  private static final int SWEEPS = 100;

  /** Sweeps while the set still grows: there is no use in solving what will change. */
  private static final int FEW_SWEEPS = 4;

  private static final int ROUNDS = 64;

  /** A violation of the optimum below this share of the lasso counts as none. */
  private static final float TOLERANCE = 0.01f;

  /** Nor does one that is rounding noise beside the target's own product. */
  private static final float NOISE = 1e-6f;

  private final float[] gram;
  private final int items;
  private final float ridge;
  private final float lasso;
  private final boolean nonNegative;

  /** {@code [items]} what is left of the products with the target. */
  private final float[] rest;

  private final boolean[] inside;

  /** The coordinates of the set, their weights and the products among them. */
  private int[] active;

  private float[] weight;
  private float[] restInside;
  private float[] products;
  private int size;

  /**
   * @param gram {@code [items * items]} products of the columns; shared
   * @param ridge weight of the squares
   * @param lasso weight of the absolute values, above 0
   * @param nonNegative whether no weight may be below zero
   */
  public ElasticNet(float[] gram, int items, float ridge, float lasso, boolean nonNegative) {
    this.gram = gram;
    this.items = items;
    this.ridge = ridge;
    this.lasso = lasso;
    this.nonNegative = nonNegative;
    this.rest = new float[items];
    this.inside = new boolean[items];
    this.active = new int[FIRST];
    this.weight = new float[FIRST];
    this.restInside = new float[FIRST];
    this.products = new float[0];
  }

  /**
   * Solves for one column; {@link #support} and {@link #weights} then hold the result.
   *
   * @param cancel heard in every round
   */
  public void solve(int target, CancelSignal cancel) {
    size = 0;
    Arrays.fill(inside, false);
    inside[target] = true;
    boolean settled = false;
    for (int round = 0; round < ROUNDS; round++) {
      cancel.check();
      gradient(target);
      boolean grown = grow(target);
      if (!grown && settled) {
        break;
      }
      settled = descend(target, grown ? FEW_SWEEPS : SWEEPS);
    }
  }

  /** {@code rest = G_j - G w}. */
  private void gradient(int target) {
    System.arraycopy(gram, target * items, rest, 0, items);
    for (int a = 0; a < size; a++) {
      if (weight[a] != 0) {
        FloatVectors.addScaled(-weight[a], gram, active[a] * items, rest, 0, items);
      }
    }
  }

  /** Adds the worst violators; false when there are none. */
  private boolean grow(int target) {
    float limit = lasso + slack(target);
    TopNeighbours violators = new TopNeighbours(Math.max(FIRST, size));
    for (int i = 0; i < items; i++) {
      float violation = nonNegative ? rest[i] : Math.abs(rest[i]);
      if (violation > limit && !inside[i]) {
        violators.offer(i, violation);
      }
    }
    int[] joining = violators.indices();
    if (joining.length == 0) {
      return false;
    }
    int before = size;
    reserve(size + joining.length);
    for (int i : joining) {
      active[size] = i;
      weight[size++] = 0;
      inside[i] = true;
    }
    gather(before);
    return true;
  }

  private float slack(int target) {
    return TOLERANCE * lasso + NOISE * gram[target * items + target];
  }

  private void reserve(int wanted) {
    if (wanted > active.length) {
      int capacity = Math.min(items, Math.max(wanted, 2 * active.length));
      active = Arrays.copyOf(active, capacity);
      weight = Arrays.copyOf(weight, capacity);
      restInside = Arrays.copyOf(restInside, capacity);
    }
  }

  /** The products among the set, in rows of its size. */
  private void gather(int before) {
    float[] old = products;
    if ((long) size * size > products.length) {
      products = new float[Math.multiplyExact(size, size)];
    }
    for (int a = size - 1; a >= 0; a--) {
      int known = 0;
      if (a < before) {
        System.arraycopy(old, a * before, products, a * size, before);
        known = before;
      }
      for (int b = known; b < size; b++) {
        products[a * size + b] = gram[active[a] * items + active[b]];
      }
    }
  }

  /** Coordinate descent over the set; true when nothing moves any more. */
  private boolean descend(int target, int sweeps) {
    for (int a = 0; a < size; a++) {
      restInside[a] = rest[active[a]];
    }
    float still = slack(target);
    for (int sweep = 0; sweep < sweeps; sweep++) {
      float moved = 0;
      for (int a = 0; a < size; a++) {
        float own = products[a * size + a];
        float step = best(restInside[a] + weight[a] * own, own) - weight[a];
        if (step != 0) {
          weight[a] += step;
          FloatVectors.addScaled(-step, products, a * size, restInside, 0, size);
          moved = Math.max(moved, Math.abs(step) * (own + ridge));
        }
      }
      if (moved <= still) {
        return true;
      }
    }
    return false;
  }

  /** The minimum along one coordinate: a soft threshold. */
  private float best(float product, float own) {
    float over = Math.abs(product) - lasso;
    if (over <= 0 || (nonNegative && product < 0)) {
      return 0;
    }
    return Math.copySign(over / (own + ridge), product);
  }

  /** The coordinates that are not zero, ascending; a copy. */
  public int[] support() {
    int[] support = new int[size];
    int kept = 0;
    for (int a = 0; a < size; a++) {
      if (weight[a] != 0) {
        support[kept++] = active[a];
      }
    }
    support = Arrays.copyOf(support, kept);
    Arrays.sort(support);
    return support;
  }

  /** Their weights in that order; a copy. */
  public float[] weights() {
    float[] dense = rest;
    for (int a = 0; a < size; a++) {
      dense[active[a]] = weight[a];
    }
    int[] support = support();
    float[] weights = new float[support.length];
    for (int k = 0; k < weights.length; k++) {
      weights[k] = dense[support[k]];
    }
    return weights;
  }
}
