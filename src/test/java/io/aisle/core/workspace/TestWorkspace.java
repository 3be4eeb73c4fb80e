package io.aisle.core.workspace;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventRow;
import io.aisle.store.Database;
import io.aisle.testkit.TestClock;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** A workspace with a data set, two runs, settings, a log and a native library. */
final class TestWorkspace implements AutoCloseable {
  final WorkspaceLayout layout;
  final Database database;
  final DatasetService datasets;
  final DefaultWorkspace remembered;
  final TestClock clock;

  TestWorkspace(Path folder) {
    this(new WorkspaceLayout(folder), new TestClock(Instant.parse("2026-11-20T09:00:00Z")));
  }

  /** Opens one that is there. */
  TestWorkspace(WorkspaceLayout layout, TestClock clock) {
    this.layout = layout;
    this.clock = clock;
    remembered = new DefaultWorkspace(layout.folder().resolveSibling("system"));
    database = Database.open(layout.store());
    datasets = new DatasetService(database, layout.snapshots());
  }

  TestWorkspace furnished() throws IOException {
    load("shop", 40);
    put("runs/ease/run.json", "{\"a\": 1}");
    put("runs/ease/data/items.tsv", "i\n");
    put("runs/sasrec/request.json", "{}");
    put("settings.json", "{\"threads\": 1}");
    put("mappings.json", "{\"kept\": []}");
    put("session.json", "{}");
    put("logs/aisle.log", "a line\n");
    put("native/libtorch.so", "elf");
    return this;
  }

  void put(String name, String text) throws IOException {
    Path file = layout.folder().resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** Imports so many users with three items each. */
  void load(String dataset, int users) throws IOException {
    StringBuilder text = new StringBuilder("user,item,time\n");
    for (int i = 0; i < 3 * users; i++) {
      text.append("u%d,i%d,%d%n".formatted(i / 3, i % 7, 1_500_000_000 + i));
    }
    Path file = Files.writeString(layout.folder().resolveSibling(dataset + ".csv"), text);
    datasets.importFiles(
        ImportPlan.of(dataset, List.of(file), MappingFile.GUESS), new TestControl());
  }

  WorkspaceService service(Predicate<Path> busy) {
    return new WorkspaceService(layout, database, remembered, busy, "0.1.0", clock);
  }

  /** All events of the newest version of a data set of a workspace that is opened for it. */
  static List<EventRow> events(Path folder, String dataset) {
    WorkspaceLayout there = new WorkspaceLayout(folder);
    try (Database database = Database.open(there.store())) {
      DatasetService service = new DatasetService(database, there.snapshots());
      DatasetVersion version = service.require(dataset);
      return service.rows().events(version.id(), 1, (int) version.events());
    }
  }

  List<EventRow> events(String dataset) {
    DatasetVersion version = datasets.require(dataset);
    return datasets.rows().events(version.id(), 1, (int) version.events());
  }

  /** Every file below a folder with its content. */
  static Map<String, String> content(Path folder) throws IOException {
    Map<String, String> all = new HashMap<>();
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(
            folder.relativize(file).toString(), HexFormat.of().formatHex(Files.readAllBytes(file)));
      }
    }
    return all;
  }

  @Override
  public void close() {
    database.close();
  }
}
