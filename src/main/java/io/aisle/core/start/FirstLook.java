package io.aisle.core.start;

import io.aisle.core.comparison.Comparison;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.comparison.Estimate;
import io.aisle.core.comparison.Verdict;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.Sample;
import io.aisle.core.dataset.profile.QualityCheck;
import io.aisle.core.job.JobControl;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingJob;
import io.aisle.core.training.TrainingService;
import io.aisle.core.users.ModelList;
import io.aisle.core.users.Recommended;
import io.aisle.core.users.UserLine;
import io.aisle.core.users.UsersService;
import io.aisle.domain.OperationException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.JudgementRow;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.ModelKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The steps of a first look at a sample, each of which blocks: call them in jobs. Thread-safe. */
public final class FirstLook {
  /** What the models are held against. */
  public static final Metric METRIC = Metric.parse("ndcg@10");

  private static final int LIST = 10;

  private final DatasetService datasets;
  private final TrainingService training;
  private final ComparisonService comparisons;
  private final UsersService users;

  public FirstLook(
      DatasetService datasets,
      TrainingService training,
      ComparisonService comparisons,
      UsersService users) {
    this.datasets = datasets;
    this.training = training;
    this.comparisons = comparisons;
    this.users = users;
  }

  /** Imports a sample, unless its files are in the workspace under its name already. */
  public Finding.Imported bring(Sample sample, JobControl control) {
    String source =
        sample.plan().sources().stream()
            .map(file -> file.getFileName().toString())
            .collect(Collectors.joining(", "));
    var known = datasets.newest(sample.name()).filter(found -> found.source().equals(source));
    if (known.isPresent()) {
      return new Finding.Imported(known.get(), true);
    }
    datasets.importFiles(sample.plan(), control);
    return new Finding.Imported(datasets.require(sample.name()), false);
  }

  /** What the quality list of a version says. */
  public Finding.Quality quality(DatasetVersion version, JobControl control) {
    List<QualityCheck> checks = datasets.quality(version.id(), control);
    var worst = version.refused().entrySet().stream().max(Map.Entry.comparingByValue());
    return new Finding.Quality(
        checks.size(),
        (int) checks.stream().filter(QualityCheck::needsAttention).count(),
        worst.map(Map.Entry::getKey).orElse(""),
        worst.map(Map.Entry::getValue).orElse(0L));
  }

  /** What a catalogue without events holds. */
  public Finding.Catalogue catalogue(DatasetVersion version, JobControl control) {
    Map<String, Integer> best = new HashMap<>();
    int page = 1_000;
    for (long from = 1; from <= version.judgements(); from += page) {
      control.check();
      for (JudgementRow row : datasets.rows().judgements(version.id(), from, page)) {
        best.merge(row.query(), row.grade(), Math::max);
      }
    }
    return new Finding.Catalogue(
        version.items(),
        version.judgements(),
        version.queries(),
        (int) best.values().stream().filter(grade -> grade == 0).count());
  }

  /**
   * Puts a training for each model into the queue, all on the same split, with so few threads that
   * as many as possible run at the same time.
   *
   * @param name of the run of a model
   */
  public List<TrainingJob> train(
      String dataset, List<ModelKind> models, Function<ModelKind, String> name) {
    int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / models.size());
    List<TrainingJob> jobs = new ArrayList<>();
    // the last is the one that takes longest: begun first, the others run beside it
    for (ModelKind model : models.reversed()) {
      jobs.addFirst(
          training.start(
              new Experiment(
                  name.apply(model),
                  new DatasetSpec.Named(dataset),
                  PrepareSpec.DEFAULTS,
                  new SplitSpec.LeaveLastOut(),
                  ProtocolSpec.DEFAULTS,
                  model.defaults(),
                  TrainingSpec.defaults(model).withThreads(threads))));
    }
    return jobs;
  }

  /** How good a trained model is. */
  public static Finding.Score score(RunFolder run) {
    var record = run.record();
    return new Finding.Score(
        record.model(),
        run.path(),
        record.metrics().test().getOrDefault(METRIC.id(), Double.NaN),
        record.seconds().train());
  }

  /**
   * Holds all models against the one that was best on the validation part.
   *
   * @param runs at least one
   */
  public Finding.Compared compare(List<Path> runs) {
    List<RunFolder> folders =
        runs.stream()
            .map(RunFolder::new)
            .sorted(Comparator.comparingDouble(run -> -onValidation(run)))
            .toList();
    Comparison comparison = comparisons.compare(folders, List.of(METRIC));
    List<ModelKind> behind = new ArrayList<>();
    List<ModelKind> close = new ArrayList<>();
    for (Comparison.Row row : comparison.rows()) {
      Verdict verdict = row.estimates().get(METRIC).verdict();
      if (verdict == Verdict.WORSE) {
        behind.add(row.record().model());
      } else if (verdict != Verdict.REFERENCE) {
        close.add(row.record().model());
      }
    }
    Estimate leader = comparison.rows().getFirst().estimates().get(METRIC);
    return new Finding.Compared(
        comparison.rows().getFirst().record().model(),
        leader.mean(),
        leader.low(),
        leader.high(),
        behind,
        close,
        folders.stream().map(RunFolder::path).toList());
  }

  private static double onValidation(RunFolder run) {
    return run.record().metrics().valid().getOrDefault(METRIC.id(), 0.0);
  }

  /**
   * A user with a hit, and what the models recommend to them.
   *
   * @param runs the leader's first
   */
  public Finding.Opened open(List<Path> runs, JobControl control) {
    List<RunFolder> folders = runs.stream().map(RunFolder::new).toList();
    RunFolder leader = folders.getFirst();
    int column = leader.perUser().metrics().indexOf(METRIC);
    UserLine user =
        TellingUser.of(users.users(leader), column)
            .orElseThrow(
                () ->
                    new OperationException(
                        "None of the lists of %s has what a user chose next: train another model."
                            .formatted(leader.record().name())));
    List<ModelList> lists = users.lists(folders, user.user(), LIST, control);
    return new Finding.Opened(
        user.user(),
        user.history(),
        (int) lists.stream().filter(l -> l.list().stream().anyMatch(Recommended::hit)).count(),
        lists.size(),
        runs);
  }
}
