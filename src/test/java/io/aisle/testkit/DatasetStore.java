package io.aisle.testkit;

import io.aisle.core.dataset.DatasetService;
import io.aisle.domain.settings.Settings;
import io.aisle.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that bring data sets into a store of their own, new for each. */
public abstract class DatasetStore {
  @TempDir protected Path folder;
  protected Database database;
  protected DatasetService service;

  /** Users that stand behind what is shown; planted data have few. */
  protected int leastGroup = Settings.LEAST_GROUP;

  @BeforeEach
  protected void openStore() {
    database = Database.open(folder.resolve("store"));
    service =
        new DatasetService(
            database,
            folder.resolve("snapshots"),
            folder.resolve("keys").resolve("pseudonyms.key"),
            () -> leastGroup);
  }

  @AfterEach
  void closeStore() {
    database.close();
  }

  /** Writes a file beside the store. */
  protected Path file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }
}
