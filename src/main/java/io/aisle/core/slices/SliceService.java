package io.aisle.core.slices;

import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.comparison.UserValues;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.job.JobControl;
import io.aisle.core.training.DataSeal;
import io.aisle.core.training.KnownFeatures;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.RunDataCache;
import io.aisle.core.users.RunFacts;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.run.RunRecord;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds the users for whom a run does worse than for the others. Every method blocks; call it in a
 * job. Thread-safe.
 */
public final class SliceService {
  private final ComparisonService comparisons;
  private final Optional<DatasetService> datasets;
  private final RunDataCache data;
  private volatile SoftReference<Known> known = new SoftReference<>(null);

  /**
   * @param datasets whose attributes of users and items, and prices, are looked at too; empty: only
   *     what runs know
   * @param data shared with others who look at the same runs
   */
  public SliceService(
      ComparisonService comparisons, Optional<DatasetService> datasets, RunDataCache data) {
    this.comparisons = comparisons;
    this.datasets = datasets;
    this.data = data;
  }

  /**
   * The slices that are below the rest, large enough and not explained by one another; corrected
   * for all that were looked at, one in twenty of those that are listed may be chance.
   *
   * @throws InputException when a run cannot be read, two cannot be compared, the metric is missing
   *     or has no value for each user
   */
  public SliceReport worst(SliceQuestion question, JobControl control) {
    Asked asked = ask(question, control);
    return asked.report(asked.table().worst(control));
  }

  /**
   * The slices by one attribute, those with too few users left out.
   *
   * @throws InputException as {@link #worst}, and for an attribute that is not known; the sentence
   *     names those that are
   */
  public SliceReport by(SliceQuestion question, String attribute, JobControl control) {
    Asked asked = ask(question, control);
    if (!asked.ids().contains(attribute)) {
      throw new InputException(
          "Nothing is known of '%s'; choose one of %s"
              .formatted(attribute, String.join(", ", asked.ids())));
    }
    return asked.report(asked.table().bands(attribute));
  }

  /** A question with all that is needed to answer it. */
  private record Asked(
      SliceQuestion question, UserValues reached, int least, List<String> ids, SliceTable table) {
    SliceReport report(List<Slice> slices) {
      return new SliceReport(question, reached.users(), table.everybody(), least, ids, slices);
    }
  }

  private Asked ask(SliceQuestion question, JobControl control) {
    List<RunFolder> runs =
        Stream.concat(Stream.of(question.run()), question.against().stream()).toList();
    UserValues reached = comparisons.values(runs, question.metric());
    control.check();
    List<Attribute> attributes = attributes(question.run(), reached.users(), control);
    control.check();
    int least = Math.max(comparisons.leastGroup(), question.least(reached.users().size()));
    return new Asked(
        question,
        reached,
        least,
        attributes.stream().map(Attribute::id).distinct().toList(),
        new SliceTable(attributes, reached, question.metric().loss(), least));
  }

  /** What is known of some users, made once as long as the same data and users are asked for. */
  private List<Attribute> attributes(RunFolder run, List<String> users, JobControl control) {
    RunRecord record = run.record();
    DataSeal seal = DataSeal.of(record);
    Known kept = known.get();
    if (kept == null || !kept.seal().equals(seal) || !kept.users().equals(users)) {
      RunFacts facts = data.of(run);
      control.check();
      KnownFeatures features = features(run, facts, control);
      control.check();
      kept = new Known(seal, users, RunAttributes.of(facts, features, indices(facts, users)));
      known = new SoftReference<>(kept);
    }
    return kept.attributes();
  }

  private record Known(DataSeal seal, List<String> users, List<Attribute> attributes) {}

  private static int[] indices(RunFacts facts, List<String> users) {
    Map<String, Integer> places = new HashMap<>();
    facts.data().catalogue().users().forEach(user -> places.put(user, places.size()));
    return users.stream()
        .mapToInt(user -> places.containsKey(user) ? places.get(user) : facts.user(user))
        .toArray();
  }

  /** What the newest version of the run's data set knows, where the workspace has it. */
  private KnownFeatures features(RunFolder run, RunFacts facts, JobControl control) {
    KnownFeatures own = KnownFeatures.of(facts.data());
    Optional<DatasetVersion> version = datasets.flatMap(sets -> version(sets, run.record()));
    if (version.isEmpty()) {
      return own;
    }
    DatasetService set = datasets.orElseThrow();
    KnownFeatures all =
        KnownFeatures.of(
            set.attributes(version.get().id()),
            set.load(version.get().id(), control),
            facts.data().catalogue());
    return own.with(all);
  }

  private static Optional<DatasetVersion> version(DatasetService datasets, RunRecord run) {
    return run.configuration().get("dataset") instanceof String
        ? datasets.newest(run.dataset()).filter(DatasetVersion::trainable)
        : Optional.empty();
  }
}
