package io.aisle.core.training;

import io.aisle.core.dataset.EventTable;
import io.aisle.core.dataset.PlainValue;
import io.aisle.core.feature.AttributeTable;
import io.aisle.core.feature.FeatureEncoder;
import io.aisle.domain.InputException;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.FeatureSpec;
import io.aisle.domain.model.ModelTrait;
import io.aisle.ml.data.ContextFeature;
import io.aisle.ml.data.Feature;
import io.aisle.ml.data.Features;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run's model reads beside the split. In a run folder's {@code data/}: {@code
 * user-features.tsv.gz} and {@code item-features.tsv.gz}, where there are any.
 *
 * @param user attributes of the users of the catalogue
 * @param item attributes of its items
 */
record SideData(List<Feature> user, List<Feature> item) {
  static final SideData NONE = new SideData(List.of(), List.of());

  private static final String USERS = "user-features.tsv.gz";
  private static final String ITEMS = "item-features.tsv.gz";
  private static final List<ContextFeature> USUAL_CONTEXT =
      List.of(ContextFeature.HOUR, ContextFeature.WEEKDAY);

  /** Whether the experiment's model reads any. */
  static boolean isReadBy(Experiment experiment) {
    return experiment.model().kind().has(ModelTrait.FEATURES);
  }

  /**
   * @throws InputException when the experiment names an attribute that the data do not have
   */
  static SideData read(DataSource source, FeatureSpec spec, Catalogue catalogue) {
    return new SideData(
        FeatureEncoder.encode(users(source, catalogue), "user", spec.user()),
        FeatureEncoder.encode(items(source, catalogue), "item", spec.item()));
  }

  /** All that is known of the users of a catalogue. */
  static AttributeTable users(DataSource source, Catalogue catalogue) {
    return new AttributeTable(catalogue.users()).addAll(source.attributes().users());
  }

  /** All that is known of the items of a catalogue. */
  static AttributeTable items(DataSource source, Catalogue catalogue) {
    AttributeTable table =
        new AttributeTable(catalogue.items())
            .add("category", catalogue.categories())
            .addAll(source.attributes().items());
    return source.given() ? table : table.add("price", prices(source.events(), catalogue.items()));
  }

  /** Mean price of each item over all its events that have one; NaN where none has. */
  private static double[] prices(EventTable events, List<String> items) {
    int known = events.catalogue().items().size();
    double[] sum = new double[known];
    int[] count = new int[known];
    for (int i = 0; i < events.size(); i++) {
      if (!Float.isNaN(events.price()[i])) {
        sum[events.item()[i]] += events.price()[i];
        count[events.item()[i]]++;
      }
    }
    Map<String, Double> means = new HashMap<>();
    for (int i = 0; i < known; i++) {
      means.put(events.catalogue().items().get(i), sum[i] / count[i]); // 0 / 0 is NaN
    }
    return items.stream().mapToDouble(means::get).toArray();
  }

  /**
   * What a model reads.
   *
   * @param times whether the moments of interactions are known
   * @throws InputException when the experiment names a moment and there are none
   */
  Features features(Experiment experiment, boolean times) {
    if (!isReadBy(experiment)) {
      return Features.NONE;
    }
    Optional<List<String>> wanted = experiment.side().features().context();
    if (!times && wanted.filter(names -> !names.isEmpty()).isPresent()) {
      throw new InputException(
          "features.context names %s, but the data have no times; leave features.context out"
              .formatted(String.join(", ", wanted.get())));
    }
    List<ContextFeature> context =
        wanted
            .map(names -> names.stream().map(SideData::context).toList())
            .orElse(times ? USUAL_CONTEXT : List.of());
    return new Features(user, item, context);
  }

  private static ContextFeature context(String name) {
    return PlainValue.constant(ContextFeature.values(), name)
        .orElseThrow(
            () ->
                new InputException(
                    "features.context names '%s', but it must be one of %s"
                        .formatted(name, String.join(", ", contextNames()))));
  }

  /** What may be named as context. */
  static List<String> contextNames() {
    return Arrays.stream(ContextFeature.values()).map(ContextFeature::id).toList();
  }

  /** Writes the files into an existing folder. */
  void write(Path folder, Catalogue catalogue) {
    FeatureFile.write(folder.resolve(USERS), user, catalogue.users());
    FeatureFile.write(folder.resolve(ITEMS), item, catalogue.items());
  }

  /**
   * @param users index of each user
   * @param items index of each item
   */
  static SideData read(Path folder, Map<String, Integer> users, Map<String, Integer> items) {
    return new SideData(
        FeatureFile.read(folder.resolve(USERS), users),
        FeatureFile.read(folder.resolve(ITEMS), items));
  }
}
