package io.aisle.core.slices;

import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.comparison.UserValues;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.job.JobControl;
import io.aisle.core.training.KnownFeatures;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.RunDataCache;
import io.aisle.core.users.RunFacts;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.run.RunRecord;
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
    RunFacts facts = data.of(question.run());
    control.check();
    List<Attribute> attributes =
        RunAttributes.of(facts, features(question.run(), facts, control), indices(facts, reached));
    control.check();
    int least = question.least(reached.users().size());
    return new Asked(
        question,
        reached,
        least,
        attributes.stream().map(Attribute::id).distinct().toList(),
        new SliceTable(attributes, reached, question.metric().loss(), least));
  }

  private static int[] indices(RunFacts facts, UserValues reached) {
    Map<String, Integer> places = new HashMap<>();
    facts.data().catalogue().users().forEach(user -> places.put(user, places.size()));
    return reached.users().stream()
        .mapToInt(user -> places.containsKey(user) ? places.get(user) : facts.user(user))
        .toArray();
  }

  /** What the newest version of the run's data set knows, where the workspace has it. */
  private KnownFeatures features(RunFolder run, RunFacts facts, JobControl control) {
    KnownFeatures own = KnownFeatures.of(facts.data());
    Optional<DatasetVersion> version = datasets.flatMap(known -> version(known, run.record()));
    if (version.isEmpty()) {
      return own;
    }
    DatasetService known = datasets.orElseThrow();
    KnownFeatures all =
        KnownFeatures.of(
            known.attributes(version.get().id()),
            known.load(version.get().id(), control),
            facts.data().catalogue());
    return own.with(all);
  }

  private static Optional<DatasetVersion> version(DatasetService datasets, RunRecord run) {
    return run.configuration().get("dataset") instanceof String
        ? datasets.newest(run.dataset()).filter(DatasetVersion::trainable)
        : Optional.empty();
  }
}
