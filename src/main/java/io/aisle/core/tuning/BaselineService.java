package io.aisle.core.tuning;

import io.aisle.core.comparison.Baselines;
import io.aisle.core.job.Job;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.JobRunner;
import io.aisle.core.job.JobWait;
import io.aisle.core.training.DataSeal;
import io.aisle.core.training.Disk;
import io.aisle.core.training.IfExists;
import io.aisle.core.training.ParamsCodec;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingJob;
import io.aisle.core.training.TrialData;
import io.aisle.core.training.TrialWorker;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.SearchMethod;
import io.aisle.domain.tuning.SearchSpace;
import io.aisle.domain.tuning.SearchSpec;
import io.aisle.domain.tuning.Trial;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts the tuned simple models beside neural ones: takes those that lie about already, tunes the
 * others with a small budget on the data that the run folder itself holds. Thread-safe.
 */
public final class BaselineService {
  /** Each in a moment on data of a usual size; ranges around good defaults need no more. */
  public static final int TRIALS = 8;

  private final TuningService tuning;
  private final JobRunner jobs;

  public BaselineService(TuningService tuning, JobRunner jobs) {
    this.tuning = tuning;
    this.jobs = jobs;
  }

  /**
   * What a search for baselines came to.
   *
   * @param runs one for each baseline that there is now, reused ones among them
   * @param leftOut ids of those that there are not, with the reason
   */
  public record Found(List<RunFolder> runs, Map<String, String> leftOut) {}

  /** What stands among runs. */
  public static Baselines look(List<RunFolder> runs) {
    return Baselines.of(runs.stream().map(RunFolder::record).toList());
  }

  /**
   * Finds or tunes what is missing beside some runs. Nothing is done where no neural model stands.
   *
   * @param runs complete, of one protocol
   * @param place where others may lie and new ones go
   */
  public Job<Found> add(List<RunFolder> runs, BaselinePlace place) {
    Baselines there = look(runs);
    RunFolder like =
        runs.stream().filter(run -> Baselines.isNeural(run.record())).findFirst().orElse(null);
    return jobs.submit(
        place.title(),
        JobNeeds.LIGHT,
        control -> {
          if (like == null || there.missing().isEmpty()) {
            return new Found(List.of(), Map.of());
          }
          return find(
              there.missing(),
              like.experiment(),
              DataSeal.of(like.record()),
              TrialData.Source.of(like),
              place,
              control);
        });
  }

  /** As the other, for a neural model that is yet to be trained. */
  public Job<Found> addFor(Experiment experiment, BaselinePlace place) {
    return jobs.submit(
        place.title(),
        JobNeeds.LIGHT,
        control -> {
          TrialData.Source source =
              tuning.source(
                  new Search(
                      "",
                      SearchSpec.DEFAULTS,
                      List.of(new Search.Candidate(experiment, SearchSpace.NONE))));
          return find(
              Baselines.wanted(Baselines.isOrdered(experiment.split().id())),
              experiment,
              source.seal(control),
              source,
              place,
              control);
        });
  }

  private Found find(
      List<ModelKind> missing,
      Experiment like,
      DataSeal seal,
      TrialData.Source source,
      BaselinePlace place,
      JobControl control) {
    Map<ModelKind, RunFolder> found = new EnumMap<>(ModelKind.class);
    Map<String, String> leftOut = new LinkedHashMap<>();
    List<Search.Candidate> candidates = new ArrayList<>();
    for (ModelKind kind : missing) {
      place.runs(seal).stream()
          .filter(run -> Baselines.fits(run.record(), kind, seal))
          .findFirst()
          .ifPresent(run -> found.put(kind, run));
      if (!found.containsKey(kind)) {
        Experiment experiment = baseline(kind, like);
        Optional<String> refusal = TrialWorker.refusal(experiment, source, control);
        if (refusal.isPresent()) {
          leftOut.put(kind.id(), refusal.get());
        } else {
          candidates.add(new Search.Candidate(experiment, DefaultSpaces.of(experiment)));
        }
      }
    }
    if (!candidates.isEmpty()) {
      tune(candidates, seal, source, place, control, found, leftOut);
    }
    return new Found(List.copyOf(found.values()), leftOut);
  }

  /**
   * The usual parameters, judged by what the neural run is judged by, or as usual where that is a
   * prediction, which no baseline makes.
   */
  private static Experiment baseline(ModelKind kind, Experiment like) {
    TrainingSpec usual = TrainingSpec.defaults(kind);
    Metric monitor = like.training().monitor();
    return like.with(
        "tuned-" + kind.id(),
        kind.defaults(),
        monitor.ofPredictions()
            ? usual
            : ParamsCodec.read(usual, Map.of("monitor", monitor.id()), ""));
  }

  private void tune(
      List<Search.Candidate> candidates,
      DataSeal seal,
      TrialData.Source source,
      BaselinePlace place,
      JobControl control,
      Map<ModelKind, RunFolder> found,
      Map<String, String> leftOut) {
    Search search =
        new Search(
            place.title(),
            new SearchSpec(
                SearchMethod.RANDOM,
                TRIALS,
                SearchSpec.DEFAULTS.seed(),
                0,
                SearchSpec.DEFAULTS.eta()),
            candidates);
    SearchFolder folder = place.search(seal, candidates);
    List<Trial> trials = trials(search, source, folder, control);
    for (Search.Candidate candidate : candidates) {
      ModelKind kind = candidate.experiment().model().kind();
      List<Trial> own = trials.stream().filter(trial -> trial.kind() == kind).toList();
      if (Winners.ranked(search, own).isEmpty()) {
        leftOut.put(kind.id(), own.isEmpty() ? "" : own.getFirst().failure());
      } else {
        TrainingJob job =
            place.train(Winners.experiment(search, trials, Winners.best(search, own)), seal);
        JobWait.forValue(job.job(), control);
        found.put(kind, job.folder());
      }
    }
    Disk.delete(folder.path());
  }

  private List<Trial> trials(
      Search search, TrialData.Source source, SearchFolder folder, JobControl control) {
    TuningJob job;
    try {
      job = tuning.start(search, source, folder, IfExists.RESUME);
    } catch (InputException changed) { // left behind by a program with other defaults
      Disk.delete(folder.path());
      job = tuning.start(search, source, folder, IfExists.REFUSE);
    }
    return JobWait.forValue(job.job(), control);
  }
}
