package io.aisle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.core.dataset.DatasetService;
import io.aisle.domain.OperationException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ErasedNames;
import io.aisle.domain.data.RepairReport;
import io.aisle.domain.data.RepairReport.Outcome;
import io.aisle.domain.data.VersionFinding.Fate;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.ProgressListener;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DamagedStore;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store in which a user was being erased is as sound as before, at every moment. */
@Beside
class UnfinishedErasureRepairTest {
  private static final String USER = "user-7-of-0";
  private static final ErasedNames NAMES = new ErasedNames(List.of(USER));

  @TempDir Path folder;
  private long gone;
  private long erasure;

  @BeforeEach
  void writeAndCutOff() throws IOException {
    DamagedStore.write(folder);
    // where the snapshot would be built something is in the way
    Path blocked = folder.resolve("snapshots").resolve("1.snapshot");
    Files.delete(blocked);
    Files.writeString(Files.createDirectory(blocked).resolve("in the way"), "");
    try (Database database = Database.open(store())) {
      erasure = new Erasures(database).begin(List.of(USER), "", Instant.EPOCH).id();
      gone = UserEraser.events(database, 1, NAMES);
      DatasetService service = service(database);
      assertThatExceptionOfType(OperationException.class)
          .isThrownBy(() -> service.eraseUser(1, NAMES, erasure, CancelSignal.NEVER));
    }
    Files.delete(blocked.resolve("in the way"));
    Files.delete(blocked);
    assertThat(gone).isPositive();
  }

  private Path store() {
    return folder.resolve("store");
  }

  private DatasetService service(Database database) {
    return new DatasetService(database, folder.resolve("snapshots"));
  }

  private StoreRepair repairing() {
    return new StoreRepair(
        store(), InstantSource.system(), CancelSignal.NEVER, ProgressListener.NONE);
  }

  private void goesOn() {
    try (Database database = Database.open(store())) {
      DatasetService service = service(database);
      assertThat(service.eraseUser(1, NAMES, erasure, CancelSignal.NEVER)).isTrue();
      DatasetVersion version = service.version(1);
      assertThat(version.events()).isEqualTo(DamagedStore.EVENTS[0] - gone);
      assertThat(version.fingerprint()).isNotEmpty();
      assertThat(new Erasures(database).fingerprints(1))
          .hasSize(1)
          .doesNotContain("", version.fingerprint());
      assertThat(new Erasures(database).find(erasure).orElseThrow().events()).isEqualTo(gone);
      assertThat(service.load(1, new TestControl()).catalogue().users())
          .hasSize(version.users())
          .doesNotContain(USER);
    }
    assertThat(repairing().examine().outcome()).isEqualTo(Outcome.SOUND);
  }

  @Test
  void isSoundAndGoneOnWith() {
    assertThat(repairing().repair().outcome()).isEqualTo(Outcome.SOUND);
    goesOn();
  }

  @Test
  void isRepairedWhole() throws IOException {
    DamagedStore.zero(DamagedStore.file(folder), 0, 2);
    RepairReport report = repairing().repair();
    assertThat(report.outcome()).isEqualTo(Outcome.REPAIRED);
    assertThat(report.count(Fate.WHOLE)).isEqualTo(3);
    goesOn();
  }

  @Test
  void betweenTheTwoTablesItIsWholeToo() throws IOException {
    try (Database database = Database.open(store())) {
      database.write(
          session -> {
            session.script("alter table user_1 rename to user_1_without");
            return 0;
          });
    }
    assertThat(repairing().repair().outcome()).isEqualTo(Outcome.SOUND);
    DamagedStore.zero(DamagedStore.file(folder), 0, 2);
    assertThat(repairing().repair().count(Fate.WHOLE)).isEqualTo(3);
    goesOn();
  }

  @Test
  void whatIsMissingInItIsNoticed() throws IOException {
    try (Database database = Database.open(store())) {
      database.write(session -> session.update("delete from event_1 where seq = 900"));
    }
    assertThat(repairing().examine().outcome()).isEqualTo(Outcome.REPAIRABLE);
  }
}
