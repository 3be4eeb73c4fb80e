package io.aisle.core.comparison;

import io.aisle.core.job.ThreadParallel;
import io.aisle.core.training.KnownFeatures;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.Metric;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelTrait;
import io.aisle.domain.settings.Settings;
import io.aisle.ml.data.Feature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;

/**
 * Compares runs of one protocol: means with bootstrap intervals, paired tests against the first run
 * with Holm's correction over the others for each metric, and a verdict. Two runs differ only when
 * the corrected test is below 0.05 and the interval of the difference leaves 0 out. Thread-safe.
 */
public final class ComparisonService {
  /** More would wait for each other: the work is done in a second or two. */
  private static final int MOST_THREADS = 8;

  /** Places of a list in which items are looked for by group. */
  private static final int GROUP_DEPTH = 10;

  private final TableCache tables = new TableCache();
  private final ListsCache lists = new ListsCache();
  private final IntSupplier leastGroup;

  /** With the usual least size of groups. */
  public ComparisonService() {
    this(() -> Settings.LEAST_GROUP);
  }

  /**
   * @param leastGroup users that a group has at least to be shown by itself; asked each time, from
   *     any thread
   */
  public ComparisonService(IntSupplier leastGroup) {
    this.leastGroup = leastGroup;
  }

  /** Users that a group has at least to be shown by itself: fewer could be told apart. */
  public int leastGroup() {
    return leastGroup.getAsInt();
  }

  /**
   * Compares by every metric that all runs report.
   *
   * @throws InputException as {@link #compare(List, List)}
   */
  public Comparison compare(List<RunFolder> runs) {
    return compare(runs, CancelSignal.NEVER);
  }

  /**
   * As the other.
   *
   * @param cancel looked at between tables and between batches of resamples
   */
  public Comparison compare(List<RunFolder> runs, CancelSignal cancel) {
    try (ThreadParallel parallel = parallel()) {
      PairedRuns paired = read(runs, parallel, cancel);
      return compare(paired, paired.common(), parallel, cancel);
    }
  }

  private static ThreadParallel parallel() {
    return new ThreadParallel(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
  }

  private PairedRuns read(List<RunFolder> runs, Parallel parallel, CancelSignal cancel) {
    return PairedRuns.read(runs, folders -> tables.of(folders, parallel, cancel));
  }

  /**
   * The metrics that all runs report of the same rows.
   *
   * @throws InputException as {@link #compare(List, List)}
   */
  public List<Metric> common(List<RunFolder> runs) {
    return read(runs, Parallel.SEQUENTIAL, CancelSignal.NEVER).common();
  }

  /**
   * Compares.
   *
   * @param runs the first is the reference; at least one
   * @param metrics the columns wanted; users without a value in any of the runs are left out of
   *     that metric
   * @throws InputException when a folder is no finished run, when protocol, data or users differ,
   *     or when a run lacks one of the metrics; the sentence names the runs
   */
  public Comparison compare(List<RunFolder> runs, List<Metric> metrics) {
    try (ThreadParallel parallel = parallel()) {
      PairedRuns paired = read(runs, parallel, CancelSignal.NEVER);
      return compare(paired, List.copyOf(metrics), parallel, CancelSignal.NEVER);
    }
  }

  /**
   * For how many users each run is better and worse than the first, and for whom most.
   *
   * @param most users in each list at most
   * @return one for each run, the first held against itself
   * @throws InputException as {@link #compare(List, List)}
   */
  public List<UserWins> wins(List<RunFolder> runs, Metric metric, int most) {
    PairedRuns paired = read(runs, Parallel.SEQUENTIAL, CancelSignal.NEVER);
    if (!metric.perUser()) {
      return List.of();
    }
    paired.require(metric);
    List<String> users = paired.tables().getFirst().users();
    double[] reference = paired.column(0, metric);
    return IntStream.range(0, runs.size())
        .mapToObj(
            run -> UserWins.of(metric.loss(), users, paired.column(run, metric), reference, most))
        .toList();
  }

  /**
   * What comparable runs reached for each user.
   *
   * @param metric with a value for each user
   * @throws InputException as {@link #compare(List, List)}, and for a metric without one
   */
  public UserValues values(List<RunFolder> runs, Metric metric) {
    if (!metric.perUser()) {
      throw new InputException(
          "%s has no value for each user; choose another metric, such as ndcg@10"
              .formatted(metric));
    }
    PairedRuns paired = read(runs, Parallel.SEQUENTIAL, CancelSignal.NEVER);
    paired.require(metric);
    double[][] all =
        IntStream.range(0, runs.size())
            .mapToObj(run -> paired.column(run, metric))
            .toArray(double[][]::new);
    int[] kept =
        IntStream.range(0, paired.users())
            .filter(user -> Arrays.stream(all).noneMatch(column -> Double.isNaN(column[user])))
            .toArray();
    List<String> users = paired.tables().getFirst().users();
    return new UserValues(
        Arrays.stream(kept).mapToObj(users::get).toList(),
        Arrays.stream(all)
            .map(column -> Arrays.stream(kept).mapToDouble(user -> column[user]).toArray())
            .toArray(double[][]::new));
  }

  /**
   * What the stored lists of comparable runs are like.
   *
   * @param runs the first is the reference
   * @param depth places of each list that count
   * @param cancel looked at between runs
   * @throws InputException when lists or data cannot be read
   */
  public List<BeyondAccuracy> beyond(List<RunFolder> runs, int depth, CancelSignal cancel) {
    return lists.of(runs, cancel).beyond(depth, cancel);
  }

  /**
   * How far the stored lists of each two of comparable runs agree.
   *
   * @param depth places of each list that the overlap looks at
   * @param cancel looked at between pairs
   * @throws InputException when lists or data cannot be read
   */
  public Agreement agreement(List<RunFolder> runs, int depth, CancelSignal cancel) {
    return Agreement.of(lists.of(runs, cancel), depth, cancel);
  }

  /**
   * What users and items of comparable runs can be told apart by.
   *
   * @throws InputException when the data cannot be read
   */
  public List<Grouping> groupings(List<RunFolder> runs, CancelSignal cancel) {
    KnownFeatures known = features(lists.of(runs, cancel));
    List<Grouping> all = new ArrayList<>();
    for (Grouping.Side side : Grouping.Side.values()) {
      all.add(Grouping.thirds(side));
      features(known, side).forEach(feature -> all.add(new Grouping(side, feature.name())));
    }
    return all;
  }

  /**
   * How comparable runs serve groups of users by a metric, or find and show groups of items. Groups
   * of users that are too small are left out, see {@link #leastGroup}.
   *
   * @param metric with a value for each user; of no account for items
   * @throws InputException when lists, values or data cannot be read, or the attribute is not known
   */
  public GroupReport groups(
      List<RunFolder> runs, Grouping grouping, Metric metric, CancelSignal cancel) {
    StoredLists stored = lists.of(runs, cancel);
    GroupFigures figures = new GroupFigures(stored, cancel);
    List<Members> members = figures.members(grouping, features(features(stored), grouping.side()));
    if (grouping.side() == Grouping.Side.ITEMS) {
      return figures.ofItems(grouping, members, GROUP_DEPTH);
    }
    UserValues reached = values(runs, metric);
    Map<String, Integer> places = new HashMap<>();
    reached.users().forEach(user -> places.put(user, places.size()));
    List<String> ids = stored.data().catalogue().users();
    int[] users = stored.users();
    double[][] values = new double[runs.size()][users.length];
    for (int run = 0; run < values.length; run++) {
      for (int at = 0; at < users.length; at++) {
        Integer place = places.get(ids.get(users[at]));
        values[run][at] = place == null ? Double.NaN : reached.values()[run][place];
      }
    }
    int least = leastGroup();
    return figures.ofUsers(
        grouping,
        members.stream().filter(group -> group.all().cardinality() >= least).toList(),
        values);
  }

  private static List<Feature> features(KnownFeatures known, Grouping.Side side) {
    return side == Grouping.Side.USERS ? known.user() : known.item();
  }

  /** What the reference knows, and the first run whose model reads attributes. */
  private static KnownFeatures features(StoredLists stored) {
    KnownFeatures own = KnownFeatures.of(stored.data());
    return stored.runs().stream()
        .skip(1)
        .filter(ComparisonService::readsAttributes)
        .findFirst()
        .map(run -> own.with(KnownFeatures.of(run.loadData())))
        .orElse(own);
  }

  private static boolean readsAttributes(RunFolder run) {
    ModelKind model = run.record().model();
    return model != null && model.has(ModelTrait.FEATURES);
  }

  private static Comparison compare(
      PairedRuns runs, List<Metric> metrics, Parallel parallel, CancelSignal cancel) {
    metrics.forEach(runs::require);
    Map<Metric, List<Estimate>> byMetric = new HashMap<>();
    for (MetricGroup group : MetricGroup.of(runs, metrics)) {
      byMetric.putAll(group.estimates(parallel, cancel));
    }
    List<Comparison.Row> rows = new ArrayList<>();
    for (int r = 0; r < runs.folders().size(); r++) {
      Map<Metric, Estimate> estimates = new LinkedHashMap<>();
      for (Metric metric : metrics) {
        estimates.put(
            metric, metric.perUser() ? byMetric.get(metric).get(r) : untested(runs, r, metric));
      }
      rows.add(new Comparison.Row(runs.folders().get(r), runs.records().get(r), estimates));
    }
    return new Comparison(
        runs.records().getFirst().name(),
        runs.records().getFirst().protocolHash(),
        runs.users(),
        metrics,
        rows);
  }

  /** The figure of a run for a metric that belongs to all its lists together. */
  private static Estimate untested(PairedRuns runs, int run, Metric metric) {
    double mean = runs.reported(run, metric);
    double difference = run == 0 ? Double.NaN : mean - runs.reported(0, metric);
    double none = Double.NaN;
    return new Estimate(
        mean, none, none, difference, none, none, none, none, none, Verdict.NOT_TESTED, -1);
  }
}
