package io.aisle.core.evaluation;

import io.aisle.domain.experiment.LabelSpec;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.model.Predictor;
import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.SplittableRandom;

/**
 * The rows on which predictions are judged, user by user. With ratings and with labels they are the
 * held-out interactions themselves. With implicit feedback each of those is positive, and beside it
 * stand a number of negatives of the same moment: items that the user has in no part, drawn
 * uniformly and without repetition among the negatives of the user; fewer when the catalogue runs
 * out. The draw depends on the user's index, the catalogue and a constant alone, so that all models
 * of a protocol are judged on the same rows.
 *
 * @param offsets {@code [users + 1]} where each user's rows begin
 * @param item {@code [rows]}
 * @param time {@code [rows]} seconds since 1970, {@link FitData#NO_TIME} when unknown
 * @param label {@code [rows]} 1 or 0, or the rating
 */
public record PredictionRows(int[] offsets, int[] item, long[] time, float[] label) {
  private static final long SEED = 0x50_72_65_64_69_63_74L;

  /**
   * @param split all of it, for what the user has had
   * @param truth the part that is judged
   */
  public static PredictionRows of(
      SplitData split, Interactions truth, LabelSpec spec, Predictor.Target target) {
    boolean sampled = target == Predictor.Target.PROBABILITY && spec.minValue().isEmpty();
    Rows rows = new Rows(truth.users());
    IntOpenHashSet had = new IntOpenHashSet();
    for (int user = 0; user < truth.users(); user++) {
      SplittableRandom random = new SplittableRandom(SEED + 0x9E3779B97F4A7C15L * (user + 1L));
      if (sampled && truth.length(user) > 0) {
        had.clear();
        add(split.train(), user, had);
        add(split.valid(), user, had);
        add(split.test(), user, had);
      }
      for (int at = truth.offsets()[user]; at < truth.offsets()[user + 1]; at++) {
        long time = truth.hasTimes() ? truth.time()[at] : FitData.NO_TIME;
        rows.add(truth.item()[at], time, label(truth.value()[at], spec, target));
        for (int n = 0; sampled && n < spec.negatives() && had.size() < truth.items(); n++) {
          rows.add(negative(had, truth.items(), random), time, 0);
        }
      }
      rows.end(user);
    }
    return rows.finish();
  }

  private static float label(float value, LabelSpec spec, Predictor.Target target) {
    if (target == Predictor.Target.RATING) {
      return value;
    }
    return spec.minValue().isEmpty() || value >= spec.minValue().getAsDouble() ? 1 : 0;
  }

  private static void add(Interactions part, int user, IntOpenHashSet had) {
    for (int at = part.offsets()[user]; at < part.offsets()[user + 1]; at++) {
      had.add(part.item()[at]);
    }
  }

  /** An item that is not had, which is had from now on. */
  private static int negative(IntOpenHashSet had, int items, SplittableRandom random) {
    while (true) {
      int item = random.nextInt(items);
      if (had.add(item)) {
        return item;
      }
    }
  }

  public int users() {
    return offsets.length - 1;
  }

  public int size() {
    return item.length;
  }

  /** Rows of a user. */
  public int length(int user) {
    return offsets[user + 1] - offsets[user];
  }

  /** Rows as they grow. */
  private static final class Rows {
    private final int[] offsets;
    private final IntArrayList item = new IntArrayList();
    private final LongArrayList time = new LongArrayList();
    private final FloatArrayList label = new FloatArrayList();

    Rows(int users) {
      offsets = new int[users + 1];
    }

    void add(int itsItem, long itsTime, float itsLabel) {
      item.add(itsItem);
      time.add(itsTime);
      label.add(itsLabel);
    }

    void end(int user) {
      offsets[user + 1] = item.size();
    }

    PredictionRows finish() {
      return new PredictionRows(
          offsets, item.toIntArray(), time.toLongArray(), label.toFloatArray());
    }
  }
}
