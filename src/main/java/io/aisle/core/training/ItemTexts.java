package io.aisle.core.training;

import io.aisle.core.dataset.EntityReader;
import io.aisle.domain.experiment.EntityFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Titles and categories of items from a file beside a given split.
 *
 * @param titles by index of the item; "" when unknown
 * @param categories by index of the item; "" when unknown
 */
record ItemTexts(List<String> titles, List<String> categories) {
  private static final EntityReader.Entity UNKNOWN = new EntityReader.Entity("", "", Map.of());

  /**
   * @param ids external ids by index; rows of other items are passed over
   * @throws io.aisle.domain.InputException when the file cannot be read or lacks a column
   */
  static ItemTexts of(Optional<EntityFile> file, List<String> ids) {
    Map<String, EntityReader.Entity> entities = EntityReader.read(file);
    List<String> titles = new ArrayList<>(ids.size());
    List<String> categories = new ArrayList<>(ids.size());
    for (String id : ids) {
      EntityReader.Entity entity = entities.getOrDefault(id, UNKNOWN);
      titles.add(entity.title());
      categories.add(entity.category());
    }
    return new ItemTexts(List.copyOf(titles), List.copyOf(categories));
  }
}
