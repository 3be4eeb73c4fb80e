package io.aisle.core.dataset.cleaning;

import io.aisle.core.job.JobControl;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.DataSize;
import io.aisle.domain.data.StepEffect;
import io.aisle.domain.job.Progress;
import java.util.ArrayList;
import java.util.List;

/** Carries out steps on events in memory. */
final class StepRun {
  private StepRun() {}

  /** What each step did. */
  static List<StepEffect> run(EventFrame frame, List<CleaningStep> steps, JobControl control) {
    List<StepEffect> effects = new ArrayList<>();
    DataSize before = frame.size();
    for (CleaningStep step : steps) {
      control.check();
      control.at(new Progress("cleaning", effects.size(), steps.size()));
      long changed = apply(frame, step);
      DataSize after = frame.size();
      effects.add(new StepEffect(step.id(), before, after, changed));
      before = after;
    }
    return effects;
  }

  /** How many events got other values. */
  private static long apply(EventFrame frame, CleaningStep step) {
    return switch (step) {
      case CleaningStep.Missing missing -> MissingValues.treat(frame, missing);
      case CleaningStep.Sessions sessions -> SessionCut.cut(frame, sessions);
      case CleaningStep.Normalise normalise -> NumberSteps.normalise(frame, normalise);
      case CleaningStep.Binning binning -> NumberSteps.binning(frame, binning);
      case CleaningStep.Categories categories -> CoarseCategories.apply(frame, categories);
      case CleaningStep.Duplicates duplicates ->
          dropped(() -> DropSteps.duplicates(frame, duplicates));
      case CleaningStep.Range range -> dropped(() -> DropSteps.range(frame, range));
      case CleaningStep.Cancellations cancellations ->
          dropped(() -> Cancelled.drop(frame, cancellations));
      case CleaningStep.Core core -> dropped(() -> DropSteps.core(frame, core));
      case CleaningStep.Robots robots -> dropped(() -> RobotUsers.drop(frame, robots));
      case CleaningStep.RareKinds kinds -> dropped(() -> DropSteps.rareKinds(frame, kinds));
      case CleaningStep.TimeWindow window -> dropped(() -> DropSteps.timeWindow(frame, window));
      case CleaningStep.Sampling sampling -> dropped(() -> DropSteps.sampling(frame, sampling));
    };
  }

  private static long dropped(Runnable step) {
    step.run();
    return 0;
  }
}
