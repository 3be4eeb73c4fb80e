package io.aisle.core.training;

import io.aisle.domain.InputException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.ModelParams;
import io.aisle.ml.model.DataShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Looks for what would fit where a training does not, by asking the model for its footprint: the
 * largest half, quarter and so on of {@code batchSize} or of {@code embeddingSize}, and the largest
 * catalogue.
 */
final class Smaller {
  private static final String BATCH = "batchSize";
  private static final String WIDTH = "embeddingSize";
  private static final int LEAST_WIDTH = 4;
  private static final int LEAST_ITEMS = 20;
  private static final int HALVINGS = 30;

  private final Experiment experiment;
  private final DataShape shape;
  private final double limitMb;

  private Smaller(Experiment experiment, DataShape shape, double limitMb) {
    this.experiment = experiment;
    this.shape = shape;
    this.limitMb = limitMb;
  }

  /**
   * What would fit, each in the words of an experiment file, such as {@code batchSize: 64,
   * embeddingSize: 32, prepare.core for at most 9,000 items}.
   *
   * @param limitMb memory that a worker may take, MiB
   */
  static String fitting(Experiment experiment, DataShape shape, double limitMb) {
    Smaller search = new Smaller(experiment, shape, limitMb);
    List<String> found = new ArrayList<>();
    search.batch().ifPresent(size -> found.add(BATCH + ": " + size));
    search.width().ifPresent(size -> found.add(WIDTH + ": " + size));
    search
        .items()
        .ifPresent(
            items ->
                found.add(String.format(Locale.ROOT, "prepare.core for at most %,d items", items)));
    return found.isEmpty() ? "another model" : String.join(", ", found);
  }

  /** As {@link #fitting}, for half of what the model is expected to take beside the program. */
  static String half(Experiment experiment, DataShape shape) {
    long program = WorkerPlan.programMb(experiment.model().kind());
    long expected = WorkerPlan.estimate(experiment, shape).memoryMb();
    return fitting(experiment, shape, program + (expected - program) / 2.0);
  }

  private Optional<Integer> batch() {
    TrainingSpec training = experiment.training();
    if (!TrainingKeys.usedBy(experiment.model().kind()).contains(BATCH)) {
      return Optional.empty();
    }
    for (int size = training.batchSize() / 2; size >= 1; size /= 2) {
      if (fits(experiment.model(), training.withBatchSize(size), shape)) {
        return Optional.of(size);
      }
    }
    return Optional.empty();
  }

  private Optional<Integer> width() {
    Map<String, Object> params = ParamsCodec.toMap((Record) experiment.model());
    if (!(params.get(WIDTH) instanceof Integer width)) {
      return Optional.empty();
    }
    for (int size = width / 2; size >= LEAST_WIDTH; size /= 2) {
      params.put(WIDTH, size);
      try {
        if (fits(
            ParamsCodec.fromMap(experiment.model().kind(), params), experiment.training(), shape)) {
          return Optional.of(size);
        }
      } catch (InputException e) {
        return Optional.empty(); // the other parameters do not go with a smaller width
      }
    }
    return Optional.empty();
  }

  /** By halving the interval; a higher core is taken to thin out users and items alike. */
  private Optional<Integer> items() {
    double low = 0;
    double high = 1;
    for (int step = 0; step < HALVINGS; step++) {
      double share = (low + high) / 2;
      if (fits(experiment.model(), experiment.training(), part(share))) {
        low = share;
      } else {
        high = share;
      }
    }
    int items = part(low).items();
    return items < LEAST_ITEMS ? Optional.empty() : Optional.of(items);
  }

  private DataShape part(double share) {
    return new DataShape(
        (int) (shape.users() * share),
        (int) (shape.items() * share),
        (int) (shape.interactions() * share));
  }

  private boolean fits(ModelParams params, TrainingSpec training, DataShape size) {
    return WorkerPlan.estimate(params, training, size).memoryMb() <= limitMb;
  }
}
