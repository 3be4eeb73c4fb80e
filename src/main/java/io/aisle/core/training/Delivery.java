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
    require(run.model() != null, source, "holds lists of another system; there is nothing to fit");
    require(!run.fittedOnEverything(), source, "was fitted on everything already; export its lists");
    Experiment judged = source.experiment();
    require(
        !(judged.split() instanceof SplitSpec.Given),
        source,
        "was divided by given files; put the three together and fit on them with split: {kind:"
            + " none}");
    TrainingSpec training = judged.training();
    TrainingSpec fitted =
        new TrainingSpec(
            run.model().iterative() ? Math.max(1, run.bestEpoch()) : training.epochs(),
            training.batchSize(),
            training.learningRate(),
            training.weightDecay(),
            training.monitor(),
            0,
            training.seed(),
            training.device(),
            training.threads());
    return new ReadExperiment(
        new Experiment(
            name,
            judged.dataset(),
            judged.prepare(),
            new SplitSpec.Everything(),
            judged.protocol(),
            judged.model(),
            fitted),
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

  private static void require(boolean held, RunFolder source, String otherwise) {
    if (!held) {
      throw new InputException(source.path() + " " + otherwise);
    }
  }
}
