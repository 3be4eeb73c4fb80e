package io.aisle.core.dataset;

import io.aisle.domain.data.Unjoined;
import io.aisle.domain.experiment.EntityFile;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the files of items held when they were read: the ids in them, the pictures of items that are
 * not where they say, and what is odd about properties. Confined to one thread.
 */
final class ItemsSeen {
  private static final int EXAMPLES = 5;

  private final Optional<String> image;
  private final Optional<Path> folder;
  private final Set<String> ids = new LinkedHashSet<>();
  private final List<String> missing = new ArrayList<>();
  private final List<Unjoined> faults = new ArrayList<>();
  private Optional<Unjoined> late = Optional.empty();
  private long pictures;
  private long lost;

  ItemsSeen(ImportInput input) {
    this.image = input.further().image();
    this.folder = input.items().map(items -> items.file().toAbsolutePath().getParent());
  }

  void see(String id) {
    ids.add(id);
  }

  void see(String id, EntityReader.Entity entity) {
    see(id);
    String picture = image.map(column -> entity.attributes().getOrDefault(column, "")).orElse("");
    if (!picture.isEmpty()) {
      pictures++;
      if (!there(picture)) {
        lost++;
        if (missing.size() < EXAMPLES) {
          missing.add(picture);
        }
      }
    }
  }

  void seeAll(Map<String, EntityReader.Entity> entities) {
    entities.forEach(this::see);
  }

  /** Reads a file again whose rows were taken before an interruption. */
  void read(EntityFile file, Guarding.Joined guarding) {
    try (EntityRows rows = EntityRows.open(file, guarding)) {
      while (rows.next()) {
        if (!rows.id().isEmpty()) {
          rows.entity().ifPresent(entity -> see(rows.id(), entity));
        }
      }
    }
  }

  private boolean there(String path) {
    try {
      return path.startsWith("http:")
          || path.startsWith("https:")
          || Files.isRegularFile(folder.orElseThrow().resolve(path));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  /** Notes what came of the properties of items. */
  void see(PropertyTaking properties) {
    faults.addAll(properties.faults());
    late = properties.late();
  }

  /** What came of the properties of items. */
  List<Unjoined> ofProperties() {
    List<Unjoined> all = new ArrayList<>(faults);
    late.ifPresent(all::add);
    return all;
  }

  /** Takes what came of the properties from everything that was noted before an interruption. */
  void recall(List<Unjoined> noted) {
    noted.stream().filter(each -> CategoryTree.FAULTS.contains(each.what())).forEach(faults::add);
    late = noted.stream().filter(each -> each.what().equals(PropertyTaking.LATE)).findFirst();
  }

  /** What of the items does not join, but for the items themselves. */
  List<Unjoined> faults() {
    List<Unjoined> all = new ArrayList<>(faults);
    missingPictures().ifPresent(all::add);
    return all;
  }

  /** Properties that the first events could not know; they join nevertheless. */
  Optional<Unjoined> late() {
    return late;
  }

  /** Ids in the order of the file. */
  Set<String> ids() {
    return ids;
  }

  /** The pictures that are not there. */
  private Optional<Unjoined> missingPictures() {
    return lost == 0
        ? Optional.empty()
        : Optional.of(new Unjoined("pictures", lost, pictures, missing));
  }
}
