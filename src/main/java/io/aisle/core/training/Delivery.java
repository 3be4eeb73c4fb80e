package io.aisle.core.training;

import io.aisle.domain.InputException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.run.RunRecord;
import java.util.List;
import java.util.Locale;

/**
 * Turns a run that was judged into the experiment that delivers it: the same model, fitted on
 * training, validation and test part together, for as many epochs as did it best.
 */
public final class Delivery {
  private Delivery() {}

  /**
   * The experiment to deliver.
   *
   * @param source a complete run
   * @param name of the new run
   * @throws InputException when the run has no model, no data set to read anew, or was fitted on
   *     everything itself
   */
  public static ReadExperiment of(RunFolder source, String name) {
    RunRecord run = source.record();
    if (run.model() == null) {
      throw new InputException(
          "%s holds lists of another system; there is no model to fit".formatted(source.path()));
    }
    if (run.fittedOnEverything()) {
      throw new InputException(
          "%s was fitted on everything already; export its lists".formatted(source.path()));
    }
    Experiment judged = source.experiment();
    if (judged.split() instanceof SplitSpec.Given) {
      throw new InputException(
          "%s was divided by given files; put the three together and fit on them with split: {kind: none}"
              .formatted(source.path()));
    }
    TrainingSpec training = judged.training();
    TrainingSpec fitted =
        training.lasting(
            run.model().iterative() ? Math.max(1, run.bestEpoch()) : training.epochs(), 0);
    return new ReadExperiment(
        new Experiment(
            name,
            judged.dataset(),
            judged.prepare(),
            new SplitSpec.Everything(),
            judged.protocol(),
            judged.side(),
            judged.model(),
            fitted,
            judged.rerank()),
        List.of(origin(source, run)));
  }

  private static String origin(RunFolder source, RunRecord run) {
    return run.model().iterative()
        ? String.format(
            Locale.ROOT,
            "configuration and %d epochs are those of %s, whose best epoch that was",
            Math.max(1, run.bestEpoch()),
            source.name())
        : "the configuration is that of " + source.name();
  }
}
