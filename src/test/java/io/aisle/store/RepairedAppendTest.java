package io.aisle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.core.dataset.AppendPlan;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.RepairReport;
import io.aisle.domain.data.VersionFinding.Fate;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.ProgressListener;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DamagedStore;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A version to which files were appended, when both were lost. */
@Beside
class RepairedAppendTest {
  @TempDir Path folder;

  private Path file(String name, int rows) throws IOException {
    StringBuilder text = new StringBuilder("user,item,time\n");
    for (int i = 0; i < rows; i++) {
      text.append("userzz-%d,item-%d,%d%n".formatted(i % 90, i % 40, 1_600_000_000L + rows + i));
    }
    return Files.writeString(folder.resolve(name), text);
  }

  private DatasetService service(Database database) {
    return new DatasetService(database, folder.resolve("snapshots"));
  }

  @Test
  void theVersionBelowComesFirst() throws IOException {
    DatasetVersion first;
    DatasetVersion second;
    try (Database database = Database.open(folder.resolve("store"))) {
      DatasetService service = service(database);
      service.importFiles(
          ImportPlan.of("shop", List.of(file("one.csv", 400)), MappingFile.GUESS),
          new TestControl());
      first = service.require("shop");
      service.append(
          new AppendPlan(first.id(), List.of(file("two.csv", 100)), Optional.empty(), false),
          new TestControl());
      second = service.require("shop");
    }
    DamagedStore.spoil(DamagedStore.file(folder), "userzz-33");
    RepairReport report =
        new StoreRepair(
                folder.resolve("store"),
                InstantSource.system(),
                CancelSignal.NEVER,
                ProgressListener.NONE)
            .repair();
    assertThat(report.count(Fate.LOST)).isEqualTo(2);
    try (Database database = Database.open(folder.resolve("store"))) {
      DatasetService service = service(database);
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> service.resume(second.id(), new TestControl()))
          .withMessage(
              "Version 1 of \"shop\", which this one is appended to, is not complete: resume its"
                  + " import first.");
      assertThat(service.version(second.id()).state()).isEqualTo(DatasetVersion.State.INTERRUPTED);
      service.resume(first.id(), new TestControl());
      service.resume(second.id(), new TestControl());
      assertThat(service.version(second.id()).events()).isEqualTo(500);
      assertThat(service.version(second.id()).fingerprint()).isEqualTo(second.fingerprint());
      assertThat(service.version(first.id()).fingerprint()).isEqualTo(first.fingerprint());
    }
  }
}
