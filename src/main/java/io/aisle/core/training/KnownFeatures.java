package io.aisle.core.training;

import io.aisle.core.dataset.EntityAttributes;
import io.aisle.core.dataset.EventTable;
import io.aisle.core.feature.AttributeTable;
import io.aisle.core.feature.FeatureEncoder;
import io.aisle.domain.data.Catalogue;
import io.aisle.ml.data.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Attributes of users and items as features, whether a model reads them or not.
 *
 * @param user over the users of a catalogue
 * @param item over its items
 */
public record KnownFeatures(List<Feature> user, List<Feature> item) {
  /** The attributes that a run's model reads; nothing where it reads none. */
  public static KnownFeatures kept(RunData data) {
    return new KnownFeatures(data.side().user(), data.side().item());
  }

  /** What a run keeps: categories, and the attributes that its model reads. */
  public static KnownFeatures of(RunData data) {
    List<Feature> items = new ArrayList<>(data.side().item());
    if (items.stream().noneMatch(each -> each.name().equals(SideData.CATEGORY))) {
      Catalogue catalogue = data.catalogue();
      items.addAll(
          FeatureEncoder.encode(
              new AttributeTable(catalogue.items()).add(SideData.CATEGORY, catalogue.categories()),
              "item",
              Optional.empty()));
    }
    return new KnownFeatures(data.side().user(), items);
  }

  /**
   * All of use that a data set knows of the users and items of a catalogue: attributes, categories
   * and the mean price of each item.
   */
  public static KnownFeatures of(
      EntityAttributes attributes, EventTable events, Catalogue catalogue) {
    return new KnownFeatures(
        FeatureEncoder.encode(SideData.users(attributes, catalogue), "user", Optional.empty()),
        FeatureEncoder.encode(
            SideData.items(attributes, Optional.of(events), catalogue), "item", Optional.empty()));
  }

  /** These and those of the others that these do not have, by name. */
  public KnownFeatures with(KnownFeatures others) {
    return new KnownFeatures(joined(user, others.user), joined(item, others.item));
  }

  private static List<Feature> joined(List<Feature> ours, List<Feature> theirs) {
    Set<String> names = ours.stream().map(Feature::name).collect(Collectors.toSet());
    return Stream.concat(
            ours.stream(), theirs.stream().filter(each -> !names.contains(each.name())))
        .toList();
  }
}
