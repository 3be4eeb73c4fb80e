package io.aisle.core.tuning;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.model.EaseParams;
import io.aisle.domain.model.ItemKnnParams;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.tuning.ParameterRange;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.SearchMethod;
import io.aisle.domain.tuning.SearchSpace;
import io.aisle.domain.tuning.SearchSpec;
import io.aisle.domain.tuning.Trial;
import io.aisle.testkit.Beside;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Searches over a made-up objective whose optimum is known. */
@Beside
class TrialBoardTest {
  /** The best learning rate is 0.003; an epoch more is always a little better. */
  private static double planted(TrialBoard.Task task) {
    double off = Math.log10(task.experiment().training().learningRate() / 0.003);
    return 1 - off * off - 0.1 / task.step().epochs();
  }

  private static final Search.Candidate BPR =
      candidate(
          ModelKind.BPR,
          new SearchSpace(
              Map.of(),
              Map.of(
                  "learningRate",
                  new ParameterRange.Between(1e-5, 1, ParameterRange.Scale.LOG, 0))));

  @ParameterizedTest
  @EnumSource(SearchMethod.class)
  void everyMethodFindsThePlantedOptimum(SearchMethod method) {
    Search search = search(new SearchSpec(method, 40, 1, 0, 3), BPR);
    TrialBoard board = new TrialBoard(search, List.of(), all -> {});
    finish(board, TrialBoardTest::planted);

    Trial best = Winners.best(search, board.trials());
    double rate =
        best.settings().training().get("learningRate") instanceof Number number
            ? number.doubleValue()
            : Double.NaN;
    assertThat(Math.abs(Math.log10(rate / 0.003))).isLessThan(0.2);
    assertThat(best.results().getLast().limit()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(SearchMethod.class)
  void theLeastIsSoughtWhereTheMetricIsALoss(SearchMethod method) {
    TrainingSpec byLoss =
        new TrainingSpec(200, 1, 0.05, 0, Metric.parse("logloss"), 0, 42, "auto", 0);
    Search.Candidate candidate =
        new Search.Candidate(BPR.experiment().withTraining(byLoss), BPR.space());
    Search search = search(new SearchSpec(method, 40, 1, 0, 3), candidate);
    TrialBoard board = new TrialBoard(search, List.of(), all -> {});
    finish(board, task -> 1 - planted(task));

    double least = board.trials().stream().mapToDouble(Trial::value).min().orElse(Double.NaN);
    assertThat(Winners.best(search, board.trials()).value()).isEqualTo(least).isLessThan(0.05);
  }

  @Test
  void halvingSpendsFarLessThanARandomSearch() {
    TrialBoard board =
        new TrialBoard(
            search(new SearchSpec(SearchMethod.ASHA, 40, 1, 0, 3), BPR), List.of(), all -> {});
    finish(board, TrialBoardTest::planted);

    assertThat(board.trials()).hasSize(40).allMatch(Trial::finished);
    long whole = board.trials().stream().filter(t -> t.epochs() == 200).count();
    assertThat(whole).isBetween(1L, 6L);
    assertThat(board.trials().stream().mapToInt(Trial::epochs).sum()).isLessThan(40 * 200 / 3);
  }

  @Test
  void everyModelHasAsManyTrials() {
    TrialBoard board = new TrialBoard(both(0), List.of(), all -> {});
    finish(board, task -> 0.5);

    assertThat(count(board, ModelKind.EASE)).isEqualTo(12);
    assertThat(count(board, ModelKind.ITEM_KNN)).isEqualTo(12);
  }

  @Test
  void everyModelHasAsManySeconds() {
    TrialBoard board = new TrialBoard(both(4.5), List.of(), all -> {});
    // a trial of the one takes 2 seconds, of the other 1
    finish(board, task -> task.candidate() == 0 ? 2 : 1, task -> 0.5);

    assertThat(count(board, ModelKind.EASE)).isEqualTo(3);
    assertThat(count(board, ModelKind.ITEM_KNN)).isEqualTo(5);
  }

  @Test
  void whatFailsIsNotedAndTheOthersGoOn() {
    TrialBoard board = new TrialBoard(both(0), List.of(), all -> {});
    Optional<TrialBoard.Task> first = board.take(CancelSignal.NEVER);
    board.failed(first.orElseThrow(), "no memory");
    finish(board, task -> 0.5);

    assertThat(board.trials().getFirst().failure()).isEqualTo("no memory");
    assertThat(board.trials().stream().filter(Trial::finished)).hasSize(23);
  }

  @Test
  void whatWasFinishedIsNotHandedOutAgain() {
    Search search = search(new SearchSpec(SearchMethod.ASHA, 9, 1, 0, 3), BPR);
    TrialBoard whole = new TrialBoard(search, List.of(), all -> {});
    finish(whole, TrialBoardTest::planted);
    TrialBoard early = new TrialBoard(search, List.of(), all -> {});
    for (int n = 0; n < 7; n++) {
      TrialBoard.Task task = early.take(CancelSignal.NEVER).orElseThrow();
      early.done(task, result(task, 1, planted(task)));
    }
    TrialBoard.Task cut = early.take(CancelSignal.NEVER).orElseThrow();

    TrialBoard resumed = new TrialBoard(search, early.trials(), all -> {});
    assertThat(resumed.take(CancelSignal.NEVER).orElseThrow().number()).isEqualTo(cut.number());
    TrialBoard again = new TrialBoard(search, early.trials(), all -> {});
    int tasks = finish(again, TrialBoardTest::planted);

    assertThat(tasks)
        .isEqualTo(whole.trials().stream().mapToInt(t -> t.results().size()).sum() - 7);
    assertThat(again.trials()).isEqualTo(whole.trials());
  }

  @Test
  void theFirstRandomTrialIsTheExperimentItself() {
    TrialBoard board = new TrialBoard(both(0), List.of(), all -> {});
    assertThat(board.take(CancelSignal.NEVER).orElseThrow().experiment().model())
        .isEqualTo(EaseParams.DEFAULTS);
  }

  private static Search both(double seconds) {
    return search(
        new SearchSpec(SearchMethod.RANDOM, 12, 1, seconds, 3),
        candidate(
            ModelKind.EASE,
            new SearchSpace(
                Map.of(
                    "regularization",
                    new ParameterRange.Between(1, 1000, ParameterRange.Scale.LOG, 0)),
                Map.of())),
        candidate(
            ModelKind.ITEM_KNN,
            new SearchSpace(
                Map.of(
                    "neighbours",
                    new ParameterRange.Between(
                        1,
                        ItemKnnParams.DEFAULTS.neighbours() * 9.5,
                        ParameterRange.Scale.LINEAR,
                        0)),
                Map.of())));
  }

  static Search.Candidate candidate(ModelKind kind, SearchSpace space) {
    return new Search.Candidate(
        new Experiment(
            kind.id(),
            new DatasetSpec.Named("shop"),
            PrepareSpec.DEFAULTS,
            new SplitSpec.LeaveLastOut(),
            ProtocolSpec.DEFAULTS,
            kind.defaults(),
            TrainingSpec.defaults(kind)),
        space);
  }

  static Search search(SearchSpec spec, Search.Candidate... candidates) {
    return new Search("planted", spec, List.of(candidates));
  }

  private static long count(TrialBoard board, ModelKind kind) {
    return board.trials().stream().filter(t -> t.kind() == kind && t.finished()).count();
  }

  private static int finish(TrialBoard board, ToDoubleFunction<TrialBoard.Task> value) {
    return finish(board, task -> 1, value);
  }

  private static int finish(
      TrialBoard board,
      ToDoubleFunction<TrialBoard.Task> seconds,
      ToDoubleFunction<TrialBoard.Task> value) {
    int tasks = 0;
    for (var task = board.take(CancelSignal.NEVER);
        task.isPresent();
        task = board.take(CancelSignal.NEVER)) {
      board.done(
          task.get(),
          result(task.get(), seconds.applyAsDouble(task.get()), value.applyAsDouble(task.get())));
      tasks++;
    }
    return tasks;
  }

  private static Trial.Result result(TrialBoard.Task task, double seconds, double value) {
    int epochs = task.step().epochs();
    return new Trial.Result(epochs, epochs, epochs, value, seconds);
  }
}
