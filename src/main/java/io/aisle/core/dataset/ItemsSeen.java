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
 * What a file of items held when it was read: the ids in it, and the pictures of items that are not
 * where it says. Confined to one thread.
 */
final class ItemsSeen {
  private static final int EXAMPLES = 5;

  private final Optional<String> image;
  private final Optional<Path> folder;
  private final Set<String> ids = new LinkedHashSet<>();
  private final List<String> missing = new ArrayList<>();
  private long pictures;
  private long lost;

  ItemsSeen(ImportInput input) {
    this.image = input.further().image();
    this.folder = input.items().map(items -> items.file().toAbsolutePath().getParent());
  }

  void see(String id, EntityReader.Entity entity) {
    ids.add(id);
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

  /** Ids in the order of the file. */
  Set<String> ids() {
    return ids;
  }

  /** The pictures that are not there. */
  Optional<Unjoined> missingPictures() {
    return lost == 0
        ? Optional.empty()
        : Optional.of(new Unjoined("pictures", lost, pictures, missing));
  }
}
