package io.aisle.core.neighbours;

import io.aisle.domain.data.Catalogue;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.job.ProgressListener;
import io.aisle.ml.metric.TieBreak;
import io.aisle.ml.model.ItemSpace;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Maps and drift in a fixed shape: 20,000 vectors of 64 numbers in 40 groups. */
public final class ItemsBench {
  public static final int ITEMS = ItemMap.MOST;
  public static final int WIDTH = 64;
  private static final int GROUPS = 40;
  private static final int NEAREST = 20;

  private final ItemSpace.Vectors one = vectors(1);
  private final ItemSpace.Vectors other = vectors(2);
  private final List<String> ids = IntStream.range(0, ITEMS).mapToObj(Integer::toString).toList();
  private final Parallel parallel;
  private final CancelSignal cancel;

  public ItemsBench(Parallel parallel, CancelSignal cancel) {
    this.parallel = parallel;
    this.cancel = cancel;
  }

  private static ItemSpace.Vectors vectors(long seed) {
    SplittableRandom centres = new SplittableRandom(7);
    SplittableRandom random = new SplittableRandom(seed);
    float[] centre = new float[GROUPS * WIDTH];
    for (int k = 0; k < centre.length; k++) {
      centre[k] = (float) centres.nextGaussian();
    }
    float[] data = new float[ITEMS * WIDTH];
    for (int k = 0; k < data.length; k++) {
      int group = k / WIDTH % GROUPS;
      data[k] = (float) (centre[group * WIDTH + k % WIDTH] + random.nextGaussian());
    }
    return new ItemSpace.Vectors(ITEMS, WIDTH, data);
  }

  /** Draws the map once. */
  public void map(Projection projection) {
    ItemMap unused =
        new MapMaker(one, ids, new int[ITEMS]).draw(projection, 1, ProgressListener.NONE, cancel);
  }

  /** Compares the two spaces once. */
  public void drift() {
    List<String> none = Collections.nCopies(ITEMS, "");
    Catalogue catalogue = new Catalogue(List.of(), ids, none, none);
    Drift unused =
        new DriftMeter(
                new DriftMeter.Side(one, catalogue),
                new DriftMeter.Side(other, catalogue),
                new TieBreak(1),
                parallel)
            .measure(NEAREST, ProgressListener.NONE, cancel);
  }
}
