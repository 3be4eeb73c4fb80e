package io.aisle.core.training;

import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.ml.data.SplitData;
import java.util.List;
import java.util.Optional;

/**
 * A split that was made elsewhere: three tab-separated files. The catalogue is the items of all
 * three; titles and categories may come from a file beside them.
 */
final class GivenSplit {
  private GivenSplit() {}

  static RunData read(
      SplitSpec.Given given, DatasetSpec dataset, PrepareSpec prepare, JobControl control) {
    Dictionary users = Dictionary.empty();
    Dictionary items = Dictionary.empty();
    GivenFile reader = new GivenFile(users, items, prepare);
    InteractionRows train = reader.read(given.train());
    control.check();
    InteractionRows valid = reader.read(given.valid());
    control.check();
    InteractionRows test = reader.read(given.test());
    if (train.size() == 0) {
      throw new InputException(
          "%s has no row to train on; check the file and prepare".formatted(given.train()));
    }
    if (test.size() == 0) {
      throw new InputException(
          "%s has no row to test on; check the file and prepare".formatted(given.test()));
    }
    List<String> userIds = users.ids();
    List<String> itemIds = items.ids();
    int[] userPlaces = Dictionary.sortedPlaces(userIds);
    int[] itemPlaces = Dictionary.sortedPlaces(itemIds);
    for (InteractionRows rows : List.of(train, valid, test)) {
      rows.renumber(userPlaces, itemPlaces);
    }
    SplitData split = GivenFile.matrices(train, valid, test, userPlaces.length, itemPlaces.length);
    List<String> sortedItems = itemIds.stream().sorted().toList();
    ItemTexts texts = ItemTexts.of(titles(dataset), sortedItems);
    return new RunData(
        new Catalogue(
            userIds.stream().sorted().toList(), sortedItems, texts.titles(), texts.categories()),
        split);
  }

  private static Optional<EntityFile> titles(DatasetSpec dataset) {
    return switch (dataset) {
      case DatasetSpec.Files files -> files.items();
      case DatasetSpec.Named _ -> Optional.empty();
    };
  }
}
