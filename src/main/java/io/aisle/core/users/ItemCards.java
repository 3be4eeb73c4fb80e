package io.aisle.core.users;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.training.KnownFeatures;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ItemRow;
import io.aisle.ml.data.Feature;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts together what run and data set know of an item. */
final class ItemCards {
  private static final String CATEGORY = "category";

  private final Optional<DatasetService> datasets;
  private final RunDataCache data;

  ItemCards(Optional<DatasetService> datasets, RunDataCache data) {
    this.datasets = datasets;
    this.data = data;
  }

  /** Empty for an item that the run does not have. */
  Optional<ItemCard> of(RunFolder run, String user, String item) {
    RunFacts facts = data.of(run);
    ItemFacts known = ItemLookup.facts(facts, user, Set.of(item)).get(item);
    if (known == null) {
      return Optional.empty();
    }
    Map<String, String> attributes = new LinkedHashMap<>();
    for (Feature feature : KnownFeatures.kept(facts.data()).item()) {
      String value = value(feature, facts.item(item));
      if (!value.isEmpty() && !feature.name().equals(CATEGORY)) {
        attributes.put(feature.name(), value);
      }
    }
    stored(run, item).ifPresent(row -> attributes.putAll(row.attributes()));
    return Optional.of(new ItemCard(known, attributes));
  }

  private static String value(Feature feature, int item) {
    return Arrays.stream(feature.value(), feature.offsets()[item], feature.offsets()[item + 1])
        .mapToObj(feature.values()::get)
        .collect(Collectors.joining(", "));
  }

  /** The item in the newest version of the run's data set. */
  private Optional<ItemRow> stored(RunFolder run, String item) {
    if (!(run.record().configuration().get("dataset") instanceof String)) {
      return Optional.empty();
    }
    return datasets.flatMap(
        known ->
            known
                .newest(run.record().dataset())
                .map(DatasetVersion::id)
                .flatMap(
                    version ->
                        known.rows().items(version, known.rows().findItems(version, item)).stream()
                            .filter(row -> row.item().equals(item))
                            .findFirst()));
  }
}
