package io.aisle.ml.rerank;

/**
 * Maximal marginal relevance (Carbonell and Goldstein, SIGIR 1998): greedily the item with the
 * highest {@code lambda * value - (1 - lambda) * largest likeness to an item above it}. Ties go to
 * the item that stood higher. Costs depth²/2 likenesses a list.
 *
 * @param lambda from 0 to 1
 * @param depth how many of the first items are put in a new order
 */
record MmrStep(double lambda, int depth, Likeness likeness) implements RankStep {
  @Override
  public void apply(Ranked list) {
    int[] next = list.items();
    int looked = Math.min(depth, next.length);
    int[] open = new int[looked];
    double[] nearest = new double[looked];
    for (int place = 0; place < looked; place++) {
      open[place] = place;
    }
    for (int place = 0; place < looked; place++) {
      int left = looked - place;
      int best = best(list, open, nearest, left);
      int chosen = list.item(open[best]);
      next[place] = chosen;
      // those that are left keep their order, which decides between equals
      System.arraycopy(open, best + 1, open, best, left - best - 1);
      System.arraycopy(nearest, best + 1, nearest, best, left - best - 1);
      Likeness.Row like = likeness.from(chosen);
      for (int other = 0; other < left - 1; other++) {
        nearest[other] = Math.max(nearest[other], like.to(list.item(open[other])));
      }
    }
    list.reorder(next);
  }

  private int best(Ranked list, int[] open, double[] nearest, int left) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int at = 0; at < left; at++) {
      double worth = lambda * list.value(open[at]) - (1 - lambda) * nearest[at];
      if (worth > most) {
        most = worth;
        best = at;
      }
    }
    return best;
  }
}
