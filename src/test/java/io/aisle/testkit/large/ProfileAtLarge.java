package io.aisle.testkit.large;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.profile.Statistic;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.store.Database;
import io.aisle.testkit.TestControl;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Measures when each statistic of a large version that {@link ImportRace} has left is there,
 * counted from the moment the store is opened, and when the quality list is.
 */
public final class ProfileAtLarge {
  private final long began = System.nanoTime();

  private ProfileAtLarge() {}

  /**
   * @param arguments FOLDER of the leg "aisle" of the race
   */
  public static void main(String[] arguments) {
    new ProfileAtLarge().look(Path.of(arguments[0]).resolve("aisle"));
  }

  private void look(Path folder) {
    try (Database database = Database.open(folder.resolve("store"))) {
      DatasetService service = new DatasetService(database, folder.resolve("snapshots"));
      DatasetVersion version = service.versions().getFirst();
      there("store");
      for (Statistic statistic : Statistic.values()) {
        var unused = service.statistic(version.id(), statistic, new TestControl());
        there(statistic.id());
      }
      int lines = service.quality(version.id(), new TestControl()).size();
      there("quality list of %d lines".formatted(lines));
    }
  }

  private void there(String what) {
    System.out.printf(Locale.ROOT, "%6.1f s  %s%n", (System.nanoTime() - began) / 1e9, what);
  }
}
