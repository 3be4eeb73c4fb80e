package io.aisle.core.training;

import io.aisle.core.dataset.EntityAttributes;
import io.aisle.core.dataset.EventTable;
import io.aisle.core.dataset.PlainValue;
import io.aisle.core.feature.AttributeTable;
import io.aisle.core.feature.FeatureEncoder;
import io.aisle.domain.InputException;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.experiment.ContextFeature;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.FeatureSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelTrait;
import io.aisle.ml.data.Feature;
import io.aisle.ml.data.Features;
import io.aisle.ml.data.SplitData;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run's model reads beside the split. In a run folder's {@code data/}: {@code
 * user-features.tsv.gz}, {@code item-features.tsv.gz} and {@code behaviours.tsv.gz}, where there
 * are any.
 *
 * @param user attributes of the users of the catalogue
 * @param item attributes of its items
 * @param behaviours events of other kinds
 */
record SideData(List<Feature> user, List<Feature> item, Behaviours behaviours) {
  /** The attribute of items that their catalogue has. */
  static final String CATEGORY = "category";

  private static final String BEHAVIOURS = "behaviours.tsv.gz";
  private static final String USERS = "user-features.tsv.gz";
  private static final String ITEMS = "item-features.tsv.gz";
  private static final List<ContextFeature> USUAL_CONTEXT =
      List.of(ContextFeature.HOUR, ContextFeature.WEEKDAY);

  /** Nothing about so many users and items. */
  static SideData none(int users, int items) {
    return new SideData(List.of(), List.of(), Behaviours.none(users, items));
  }

  /**
   * @param split what must not leak
   * @throws InputException when the experiment names an attribute that the data do not have
   */
  static SideData read(
      DataSource source, Wanted wanted, SplitSpec spec, SplitData split, Catalogue catalogue) {
    SideData nothing = none(catalogue.users().size(), catalogue.items().size());
    SideData attributes =
        wanted.features().map(names -> nothing.with(names, source, catalogue)).orElse(nothing);
    return wanted.kinds().isEmpty()
        ? attributes
        : new SideData(
            attributes.user,
            attributes.item,
            new BehaviourPicker(spec, split).pick(source.events(), wanted.kinds(), catalogue));
  }

  private SideData with(FeatureSpec names, DataSource source, Catalogue catalogue) {
    return new SideData(
        FeatureEncoder.encode(users(source.attributes(), catalogue), "user", names.user()),
        FeatureEncoder.encode(
            items(
                source.attributes(),
                source.given() ? Optional.empty() : Optional.of(source.events()),
                catalogue),
            "item",
            names.item()),
        behaviours);
  }

  /** The same without what may be known at test time only. */
  SideData withoutTest() {
    return new SideData(user, item, behaviours.withoutTest());
  }

  /** All that is known of the users of a catalogue. */
  static AttributeTable users(EntityAttributes attributes, Catalogue catalogue) {
    return new AttributeTable(catalogue.users()).addAll(attributes.users());
  }

  /**
   * All that is known of the items of a catalogue.
   *
   * @param events for prices; empty for a given split
   */
  static AttributeTable items(
      EntityAttributes attributes, Optional<EventTable> events, Catalogue catalogue) {
    AttributeTable table =
        new AttributeTable(catalogue.items())
            .add(CATEGORY, catalogue.categories())
            .addAll(attributes.items());
    return events.map(all -> table.add("price", all.meanPrices(catalogue.items()))).orElse(table);
  }

  /**
   * What a model reads.
   *
   * @param times whether the moments of interactions are known
   * @throws InputException when the experiment names a moment and there are none
   */
  Features features(Experiment experiment, boolean times) {
    if (!experiment.model().kind().has(ModelTrait.FEATURES)) {
      return Features.NONE;
    }
    Optional<List<String>> wanted = experiment.side().features().context();
    if (!times && wanted.filter(names -> !names.isEmpty()).isPresent()) {
      throw new InputException(
          "features.context names %s, but the data have no times; leave features.context out"
              .formatted(String.join(", ", wanted.get())));
    }
    return new Features(user, item, times ? context(experiment) : List.of());
  }

  /** What an experiment's model reads of the moment where the data have times. */
  static List<ContextFeature> context(Experiment experiment) {
    ModelKind kind = experiment.model().kind();
    // those that read the order of a history read attributes of items alone
    return !kind.has(ModelTrait.FEATURES) || kind.has(ModelTrait.ORDERED)
        ? List.of()
        : experiment
            .side()
            .features()
            .context()
            .map(names -> names.stream().map(SideData::context).toList())
            .orElse(USUAL_CONTEXT);
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
    BehaviourFile.write(folder.resolve(BEHAVIOURS), behaviours, catalogue);
  }

  /**
   * @param users index of each user
   * @param items index of each item
   */
  static SideData read(Path folder, Map<String, Integer> users, Map<String, Integer> items) {
    return new SideData(
        FeatureFile.read(folder.resolve(USERS), users),
        FeatureFile.read(folder.resolve(ITEMS), items),
        BehaviourFile.read(folder.resolve(BEHAVIOURS), users, items));
  }

  /**
   * What an experiment asks for.
   *
   * @param features empty for models that read no attributes
   * @param kinds of events beside those that are predicted
   */
  record Wanted(Optional<FeatureSpec> features, Set<EventKind> kinds) {
    static Wanted of(Experiment experiment) {
      boolean reads = experiment.model().kind().has(ModelTrait.FEATURES);
      Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
      kinds.addAll(experiment.side().behaviours().keySet());
      kinds.removeAll(experiment.prepare().kinds());
      return new Wanted(
          reads ? Optional.of(experiment.side().features()) : Optional.empty(), kinds);
    }

    boolean nothing() {
      return features.isEmpty() && kinds.isEmpty();
    }
  }
}
