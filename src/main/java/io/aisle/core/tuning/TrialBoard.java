package io.aisle.core.tuning;

import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.SearchMethod;
import io.aisle.domain.tuning.SearchSpec;
import io.aisle.domain.tuning.Trial;
import io.aisle.domain.tuning.TrialSettings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Hands out the trials of a search and takes their results. Models take turns, and each has the
 * same budget. Thread-safe.
 */
final class TrialBoard {
  private static final int LOOK_MILLIS = 100;

  private final Search search;
  private final List<Halving> halvings = new ArrayList<>();
  private final List<List<TrialState>> states = new ArrayList<>();
  private final int[] begun;
  private final Consumer<List<Trial>> keeper;

  /**
   * @param earlier what an earlier session has come to
   * @param keeper is given all trials after each result
   */
  TrialBoard(Search search, List<Trial> earlier, Consumer<List<Trial>> keeper) {
    this.search = search;
    this.keeper = keeper;
    this.begun = new int[search.candidates().size()];
    int number = 1;
    for (Search.Candidate candidate : search.candidates()) {
      List<TrialState> own = new ArrayList<>();
      for (TrialSettings settings : new TrialPlanner(search.spec()).plan(candidate)) {
        own.add(new TrialState(number++, candidate.experiment(), settings));
      }
      states.add(own);
      halvings.add(new Halving(own.size(), rungs(candidate.experiment()), search.spec().eta()));
    }
    earlier.forEach(this::restore);
    IntStream.range(0, begun.length).forEach(this::stopWhereSpent);
  }

  private List<Integer> rungs(Experiment experiment) {
    int epochs = experiment.model().kind().iterative() ? experiment.training().epochs() : 1;
    return search.spec().method() == SearchMethod.ASHA
        ? Halving.rungs(epochs, search.spec().eta())
        : List.of(epochs);
  }

  private void restore(Trial trial) {
    for (int c = 0; c < states.size(); c++) {
      int index = trial.number() - states.get(c).getFirst().number();
      if (index >= 0 && index < states.get(c).size()) {
        states.get(c).get(index).restore(trial);
        for (Trial.Result result : trial.results()) {
          halvings.get(c).restore(index, result.limit(), search.merit(result.value()));
        }
      }
    }
  }

  /**
   * Something to fit.
   *
   * @param candidate index of the model
   * @param number of the trial
   * @param experiment of the trial
   */
  record Task(int candidate, Halving.Step step, int number, Experiment experiment) {}

  /** The experiments of all trials, for what their workers will need. */
  List<Experiment> experiments() {
    return states.stream().flatMap(List::stream).map(TrialState::experiment).toList();
  }

  /** The next trial; waits while one that runs may bring another. Empty at the end. */
  synchronized Optional<Task> take(CancelSignal cancel) {
    while (true) {
      cancel.check();
      List<Integer> turns =
          IntStream.range(0, begun.length)
              .boxed()
              .sorted(Comparator.comparing(c -> begun[c]))
              .toList();
      for (int c : turns) {
        Optional<Halving.Step> step = halvings.get(c).next();
        if (step.isPresent()) {
          begun[c]++;
          TrialState state = states.get(c).get(step.get().index());
          state.begin();
          return Optional.of(new Task(c, step.get(), state.number(), state.experiment()));
        }
      }
      if (halvings.stream().noneMatch(Halving::busy)) {
        return Optional.empty();
      }
      pause();
    }
  }

  private void pause() {
    try {
      wait(LOOK_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancelledException();
    }
  }

  synchronized void done(Task task, Trial.Result result) {
    state(task).done(result);
    halvings.get(task.candidate()).done(task.step(), search.merit(result.value()));
    stopWhereSpent(task.candidate());
    keeper.accept(trials());
    notifyAll();
  }

  synchronized void failed(Task task, String sentence) {
    state(task).fail(sentence);
    halvings.get(task.candidate()).failed(task.step());
    keeper.accept(trials());
    notifyAll();
  }

  /** A trial that was cut off; the next session begins it again. */
  synchronized void cut(Task task) {
    state(task).cut();
    halvings.get(task.candidate()).failed(task.step());
    notifyAll();
  }

  /** Whether a trial may go on after what it has just finished. */
  synchronized boolean goesOn(Task task) {
    return halvings.get(task.candidate()).goesOn(task.step());
  }

  private TrialState state(Task task) {
    return states.get(task.candidate()).get(task.step().index());
  }

  private void stopWhereSpent(int candidate) {
    SearchSpec spec = search.spec();
    double spent = states.get(candidate).stream().mapToDouble(TrialState::seconds).sum();
    if (spec.budgetSeconds() > 0 && spent >= spec.budgetSeconds()) {
      halvings.get(candidate).stop();
    }
  }

  /** All trials, by number. A copy. */
  synchronized List<Trial> trials() {
    return states.stream().flatMap(List::stream).map(TrialState::trial).toList();
  }
}
