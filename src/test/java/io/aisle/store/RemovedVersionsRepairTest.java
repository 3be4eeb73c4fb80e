package io.aisle.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.RepairReport;
import io.aisle.domain.data.RepairReport.Outcome;
import io.aisle.domain.data.VersionFinding;
import io.aisle.domain.data.VersionFinding.Fate;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.ProgressListener;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DamagedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was removed from a store stays removed when an older state of it is taken. */
@Beside
class RemovedVersionsRepairTest {
  @TempDir Path folder;

  @BeforeEach
  void write() {
    DamagedStore.write(folder);
  }

  /** What a program that was killed after some work leaves, without its header. */
  private void killedAfter(Consumer<Database> work) throws IOException {
    Path killed = folder.resolve("killed");
    Path file = DamagedStore.file(folder);
    try (Database database = Database.open(file.getParent())) {
      work.accept(database);
      database.checkpoint();
      Files.copy(file, killed);
    }
    Files.move(killed, file, StandardCopyOption.REPLACE_EXISTING);
    DamagedStore.zero(file, 0, 2);
  }

  private RepairReport repaired() {
    RepairReport report =
        new StoreRepair(
                folder.resolve("store"),
                InstantSource.system(),
                CancelSignal.NEVER,
                ProgressListener.NONE)
            .repair();
    assertThat(report.outcome()).isEqualTo(Outcome.REPAIRED);
    return report;
  }

  @Test
  void aListThatWasEmptiedStaysEmpty() throws IOException {
    killedAfter(
        database -> {
          Versions versions = new Versions(database);
          for (long id = 1; id <= DamagedStore.EVENTS.length; id++) {
            versions.remove(id);
          }
        });
    assertThat(repaired().versions()).isEmpty();
    try (Database database = Database.open(folder.resolve("store"))) {
      assertThat(new Versions(database).list()).isEmpty();
      List<String> tables = database.read(RegistryCopy::tables);
      assertThat(tables).noneMatch(table -> table.matches("EVENT_\\d+"));
    }
  }

  @Test
  void aStepBackBringsNoRemovedVersionAlong() throws IOException {
    killedAfter(
        database -> {
          // in the newest state a version is not what was imported; in an older one it is
          database.write(
              session -> session.update("update event_1 set price = price + 1 where seq = 900"));
          database.checkpoint();
          new Versions(database).remove(3);
        });
    RepairReport report = repaired();
    assertThat(report.count(Fate.WHOLE)).isEqualTo(2);
    assertThat(report.versions()).extracting(VersionFinding::dataset).containsOnly("shop");
    try (Database database = Database.open(folder.resolve("store"))) {
      assertThat(new Versions(database).list())
          .hasSize(2)
          .allMatch(version -> version.dataset().equals("shop"))
          .extracting(DatasetVersion::state)
          .containsOnly(DatasetVersion.State.COMPLETE);
    }
  }
}
