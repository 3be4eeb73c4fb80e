package io.aisle.core.tuning;

import io.aisle.core.dataset.PlainValue;
import io.aisle.core.training.ReadExperiment;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.run.RunRecord;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.Trial;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The best trials of a search, and the experiments that they make. */
public final class Winners {
  private Winners() {}

  /** Trials that came to a value, the best first; of equals the one that was planned earlier. */
  public static List<Trial> ranked(Search search, List<Trial> trials) {
    return trials.stream()
        .filter(trial -> !trial.results().isEmpty())
        .sorted(
            Comparator.comparing((Trial t) -> -search.merit(t.value()))
                .thenComparing(Trial::number))
        .toList();
  }

  /** The best trial of each model, in the order of the search; a model without one is left out. */
  public static List<Trial> ofEachModel(Search search, List<Trial> trials) {
    return search.candidates().stream()
        .map(
            candidate ->
                ranked(search, trials).stream()
                    .filter(trial -> trial.kind() == candidate.experiment().model().kind())
                    .findFirst())
        .flatMap(Optional::stream)
        .toList();
  }

  /**
   * The best trial of all.
   *
   * @throws OperationException when none came to a value
   */
  public static Trial best(Search search, List<Trial> trials) {
    return ranked(search, trials).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new OperationException(
                    "no trial of the search came to a value: "
                        + trials.stream()
                            .map(Trial::failure)
                            .filter(reason -> !reason.isEmpty())
                            .findFirst()
                            .orElse("the budget was used up before the first")));
  }

  /** The experiment of a trial, with the record of the search that goes into its run. */
  public static ReadExperiment experiment(Search search, List<Trial> trials, Trial winner) {
    Search.Candidate candidate =
        search.candidates().stream()
            .filter(each -> each.experiment().model().kind() == winner.kind())
            .findFirst()
            .orElseThrow(() -> new InputException("the search has no model " + winner.kind().id()));
    Experiment experiment = TrialPlanner.applied(candidate.experiment(), winner.settings());
    List<Trial> own =
        trials.stream()
            .filter(trial -> trial.kind() == winner.kind() && !trial.results().isEmpty())
            .toList();
    RunRecord.Tuned tuned =
        new RunRecord.Tuned(
            PlainValue.id(search.spec().method()),
            own.size(),
            winner.number(),
            search.spec().seed(),
            search.spec().budgetSeconds(),
            search.metric().id(),
            winner.value(),
            own.stream().mapToDouble(Trial::seconds).sum(),
            SearchWriter.space(candidate.space()));
    return new ReadExperiment(experiment, List.of(), Optional.of(tuned));
  }
}
