package io.aisle.testkit.large;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.workspace.DefaultWorkspace;
import io.aisle.core.workspace.WorkspaceLayout;
import io.aisle.core.workspace.WorkspaceService;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.EventColumn;
import io.aisle.store.Database;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** A process that does one kind of work in a workspace again and again until it is killed. */
enum KilledWork {
  IMPORT {
    @Override
    void run(Place place) {
      place.service.importFiles(plan("more", place.folder.resolve("more.csv")), new TestControl());
    }
  },
  SNAPSHOT {
    @Override
    void run(Place place) throws IOException {
      Files.delete(place.layout.snapshots().resolve(place.base() + ".snapshot"));
      place.service.load(place.base(), new TestControl());
    }
  },
  CLEAN {
    @Override
    void run(Place place) {
      place
          .service
          .cleaning()
          .apply(
              place.base(),
              List.of(CleaningStep.Duplicates.DEFAULT, CleaningStep.Core.DEFAULT),
              new TestControl());
    }
  },
  SORT {
    @Override
    void run(Place place) throws IOException {
      Files.deleteIfExists(place.layout.snapshots().resolve(place.base() + ".price.order"));
      place.service.rows().sort(place.base(), EventColumn.PRICE, new TestControl());
    }
  },
  BACKUP {
    @Override
    void run(Place place) {
      place.workspace().backup(place.folder.resolve("backup.zip"), new TestControl());
    }
  };

  abstract void run(Place place) throws IOException;

  static ImportPlan plan(String dataset, Path file) {
    return new ImportPlan(
        dataset, List.of(file), ColumnMapping.GUESS, Optional.empty(), Optional.empty(), "");
  }

  /** What the work is done on: {@code workspace} and {@code more.csv} in a folder. */
  static final class Place implements AutoCloseable {
    final Path folder;
    final WorkspaceLayout layout;
    final Database database;
    final DatasetService service;

    Place(Path folder) {
      this.folder = folder;
      this.layout = new WorkspaceLayout(folder.resolve("workspace"));
      this.database = Database.open(layout.store());
      this.service = new DatasetService(database, layout.snapshots());
    }

    /** The version that everything but an import works on. */
    long base() {
      return service.require("base").id();
    }

    WorkspaceService workspace() {
      return new WorkspaceService(
          layout,
          database,
          new DefaultWorkspace(folder.resolve("config")),
          path -> false,
          "a test",
          InstantSource.system());
    }

    @Override
    public void close() {
      database.close();
    }
  }

  /**
   * @param arguments kind of work, folder
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (Place place = new Place(Path.of(arguments[1]))) {
      out.println("OPEN");
      while (true) {
        valueOf(arguments[0]).run(place);
        out.println("DONE");
      }
    }
  }
}
