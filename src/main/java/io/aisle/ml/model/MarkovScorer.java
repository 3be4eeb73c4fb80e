package io.aisle.ml.model;

import io.aisle.domain.model.MarkovParams;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.kernel.FloatVectors;
import java.util.Arrays;
import java.util.Optional;

/** Mixes what followed the newest items of a history. */
final class MarkovScorer implements Scorer {
  private final MarkovParams params;
  private final SparseRows followed;
  private final float[] popularity;
  private final boolean weighted;

  /** {@code [items]} one over the transitions of each item, the smoothing included. */
  private final float[] scale;

  MarkovScorer(MarkovParams params, SparseRows followed, float[] popularity, boolean weighted) {
    this.params = params;
    this.followed = followed;
    this.popularity = popularity;
    this.weighted = weighted;
    this.scale = new float[followed.rows()];
    for (int i = 0; i < scale.length; i++) {
      double sum = params.smoothing();
      for (int k = followed.offsets()[i]; k < followed.offsets()[i + 1]; k++) {
        sum += followed.value()[k];
      }
      scale[i] = sum > 0 ? (float) (1 / sum) : 0;
    }
  }

  @Override
  public int items() {
    return popularity.length;
  }

  @Override
  public void scoreAll(HistoryBlock block, float[] out) {
    int items = items();
    Arrays.fill(out, 0, block.size() * items, 0);
    for (int r = 0; r < block.size(); r++) {
      score(block, r, out, r * items);
    }
  }

  private void score(HistoryBlock block, int row, float[] out, int base) {
    double mix = 1;
    double general = 0;
    int read = 0;
    int from = block.offsets()[row];
    for (int k = block.offsets()[row + 1] - 1; k >= from && read < params.last(); k--) {
      float weight = weighted ? block.value()[k] : 1;
      if (weight > 0) {
        int item = block.item()[k];
        float share = (float) (mix * weight * scale[item]);
        follow(item, share, out, base);
        // without smoothing, an item that nothing followed says what the smoothing would say
        general += scale[item] > 0 ? share * params.smoothing() : mix * weight;
        mix *= params.decay();
        read++;
      }
    }
    if (read == 0) {
      general = 1;
    }
    FloatVectors.addScaled((float) general, popularity, 0, out, base, popularity.length);
  }

  private void follow(int item, float share, float[] out, int base) {
    for (int c = followed.offsets()[item]; c < followed.offsets()[item + 1]; c++) {
      out[base + followed.column()[c]] += share * followed.value()[c];
    }
  }

  /** How often each item came next. */
  @Override
  public Optional<ItemSpace> itemSpace() {
    return Optional.of(
        new ItemSpace.Links(items(), (item, out) -> follow(item, scale[item], out, 0)));
  }

  @Override
  public boolean concurrent() {
    return true;
  }
}
