package io.aisle.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.core.dataset.DatasetService;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.RepairReport;
import io.aisle.domain.data.RepairReport.Outcome;
import io.aisle.domain.data.VersionFinding.Fate;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.ProgressListener;
import io.aisle.store.sealed.DataKey;
import io.aisle.store.sealed.Sealed;
import io.aisle.store.sealed.SealedFileSystem;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DamagedStore;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Beside
class StoreRepairTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-11-23T13:05:01Z"));

  private static final StoredImport NEXT = new StoredImport("next", "a.csv", "", "", List.of());

  @TempDir static Path sound;

  /** The kinds of tables of each version of the sound store. */
  private static final Map<Long, List<String>> TABLES = new HashMap<>();

  @TempDir Path folder;
  private Path file;

  @BeforeAll
  static void write() {
    DamagedStore.write(sound);
    try (Database database = Database.open(sound.resolve("store"))) {
      for (long version = 1; version <= DamagedStore.EVENTS.length; version++) {
        TABLES.put(version, tables(database, version));
      }
    }
  }

  @BeforeEach
  void copy() throws IOException {
    file = DamagedStore.copy(sound, folder);
  }

  private Path store() {
    return folder.resolve("store");
  }

  private StoreRepair repairing() {
    return new StoreRepair(store(), CLOCK, CancelSignal.NEVER, ProgressListener.NONE);
  }

  private void refused() {
    assertThatExceptionOfType(OperationException.class)
        .isThrownBy(() -> Database.open(store()))
        .withMessageContaining("it is damaged; run 'aisle repair'")
        .withCauseInstanceOf(OpeningFault.class);
  }

  /** Repairs and looks whether what came of it is what was said. */
  private RepairReport repaired() throws IOException {
    byte[] before = Files.readAllBytes(file);
    RepairReport could = repairing().examine();
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
    RepairReport report = repairing().repair();
    assertThat(report.versions()).isEqualTo(could.versions());
    assertThat(store().resolve("repairing")).doesNotExist();
    if (report.outcome() == Outcome.REPAIRED) {
      assertThat(could.outcome()).isEqualTo(Outcome.REPAIRABLE);
      assertThat(report.kept())
          .hasValueSatisfying(kept -> assertThat(kept).hasBinaryContent(before));
      assertThat(repairing().repair().outcome()).isEqualTo(Outcome.SOUND);
    } else {
      assertThat(report.kept()).isEmpty();
      assertThat(file).hasBinaryContent(before);
    }
    if (report.outcome() != Outcome.HOPELESS) {
      requireWhole(report);
    }
    return report;
  }

  /** Every version that can be used has the events that were imported, and its fingerprint. */
  private void requireWhole(RepairReport report) {
    try (Database database = Database.open(store())) {
      DatasetService service = new DatasetService(database, folder.resolve("snapshots"));
      long usable = 0;
      for (DatasetVersion version : service.versions()) {
        if (version.state() == DatasetVersion.State.COMPLETE) {
          usable++;
          // built from the store, and compared with the fingerprint of the import
          assertThat(service.load(version.id(), new TestControl()).size())
              .isEqualTo(DamagedStore.EVENTS[(int) version.id() - 1]);
          assertThat(tables(database, version.id())).isEqualTo(TABLES.get(version.id()));
        }
      }
      assertThat(usable).isEqualTo(report.count(Fate.WHOLE));
    }
  }

  /** The kinds of tables that a version has. */
  private static List<String> tables(Database database, long version) {
    return database.read(
        session ->
            session.list(
                """
                select replace(table_name, '_%1$d', '') from information_schema.tables
                where table_schema = 'PUBLIC' and regexp_like(table_name, '^[A-Z_]+_%1$d(_WITHOUT)?$')
                order by 1
                """
                    .formatted(version),
                row -> row.getString(1)));
  }

  @Test
  void aSoundStoreIsLeftAlone() throws IOException {
    RepairReport report = repaired();
    assertThat(report.outcome()).isEqualTo(Outcome.SOUND);
    assertThat(report.events()).isEqualTo(Arrays.stream(DamagedStore.EVENTS).sum());
    try (Stream<Path> files = Files.list(store())) {
      assertThat(files).containsExactlyInAnyOrder(file, store().resolve("lock"));
    }
  }

  @Test
  void withoutItsHeaderNothingIsLost() throws IOException {
    DamagedStore.zero(file, 0, 2);
    refused();
    RepairReport report = repaired();
    assertThat(report.outcome()).isEqualTo(Outcome.REPAIRED);
    assertThat(report.count(Fate.WHOLE)).isEqualTo(3);
    assertThat(report.older()).isZero();
    assertThat(report.kept()).hasValue(store().resolve("damaged-20261123-130501.mv.db"));
  }

  @Test
  void aVersionThatLostSomethingCanBeImportedAgain() throws IOException {
    DamagedStore.spoil(file, "user-77-of-1");
    RepairReport report = repaired();
    assertThat(report.outcome()).isEqualTo(Outcome.REPAIRED);
    assertThat(report.count(Fate.WHOLE)).isEqualTo(2);
    try (Database database = Database.open(store())) {
      DatasetService service = new DatasetService(database, folder.resolve("snapshots"));
      DatasetVersion lost =
          service.versions().stream()
              .filter(version -> version.state() == DatasetVersion.State.INTERRUPTED)
              .findFirst()
              .orElseThrow();
      assertThat(lost.events()).isZero();
      service.resume(lost.id(), new TestControl());
      DatasetVersion again = new Versions(database).find(lost.id()).orElseThrow();
      assertThat(again.state()).isEqualTo(DatasetVersion.State.COMPLETE);
      assertThat(again.fingerprint()).isEqualTo(fingerprint(lost.id())).isNotEmpty();
      assertThat(new Versions(database).create(NEXT, Instant.EPOCH).id()).isEqualTo(4);
    }
  }

  @Test
  void damageThatIsMetLaterIsSaidToo() throws IOException {
    DamagedStore.spoil(file, "user-77-of-1", 600);
    try (Database database = Database.open(store())) {
      assertThatExceptionOfType(OperationException.class)
          .isThrownBy(() -> new Events(database).users(2))
          .withMessageContaining("is damaged (")
          .withMessageContaining("close Aisle and run 'aisle repair'");
    } catch (OperationException closing) {
      assertThat(closing).hasMessageContaining("store in"); // H2 has closed it itself
    }
    assertThat(repaired().count(Fate.WHOLE)).isEqualTo(2);
  }

  @Test
  void whereNoVersionIsWholeTheListIsSavedAtLeast() throws IOException {
    for (int i = 0; i < DamagedStore.EVENTS.length; i++) {
      DamagedStore.spoil(file, "7-of-" + i);
    }
    RepairReport report = repaired();
    assertThat(report.outcome()).isEqualTo(Outcome.REPAIRED);
    assertThat(report.count(Fate.LOST)).isEqualTo(3);
    try (Database database = Database.open(store())) {
      Versions versions = new Versions(database);
      assertThat(versions.list())
          .extracting(DatasetVersion::state)
          .containsOnly(DatasetVersion.State.INTERRUPTED);
      assertThat(versions.plan(1).orElseThrow().plan()).contains("user: \"who\"");
    }
  }

  private String fingerprint(long version) {
    try (Database before = Database.open(sound.resolve("store"))) {
      return new Versions(before).find(version).orElseThrow().fingerprint();
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void whatWasOverwrittenSomewhereIsNeverPresentedAsWhole(long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    long size = Files.size(file);
    for (int i = 0; i < 1 + seed / 2; i++) {
      long position = random.nextLong(2 * DamagedStore.BLOCK, size);
      DamagedStore.spoil(file, position, random.nextInt(50, 9_000), seed + i);
    }
    var unused = repaired();
  }

  @Test
  void whereAListOfTablesIsDamagedNothingIsTakenForWholeThatLacksATable() throws IOException {
    DamagedStore.spoil(file, "\"PUBLIC\".\"TITLE_2\"");
    // how much can be saved depends on whether the file still has an older list
    assertThat(repaired().outcome()).isNotEqualTo(Outcome.SOUND);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.9, 0.4})
  void ofAFileThatWasCutOffWhatIsThereIsSaved(double share) throws IOException {
    DamagedStore.truncate(file, (long) (Files.size(file) * share));
    refused();
    var unused = repaired();
  }

  @Test
  void aTailOfZeros() throws IOException {
    int blocks = (int) (Files.size(file) / DamagedStore.BLOCK);
    DamagedStore.zero(file, blocks - blocks / 5, blocks / 5);
    refused();
    var unused = repaired();
  }

  @Test
  void aStoreThatWasKilledInTheMiddleOfSomethingIsSound() throws IOException, SQLException {
    try (Database database = Database.open(store());
        Connection connection = database.connection()) {
      connection.setAutoCommit(false);
      new Session(connection)
          .update("update dataset_version set note = 'half', events = 7 where id = 1");
      database.checkpoint();
      Files.copy(file, folder.resolve("killed"));
      connection.rollback();
    }
    Files.move(folder.resolve("killed"), file, StandardCopyOption.REPLACE_EXISTING);
    assertThat(repairing().repair().outcome()).isEqualTo(Outcome.SOUND);
    DamagedStore.zero(file, 0, 2); // nothing that was not committed is taken over
    assertThat(repaired().count(Fate.WHOLE)).isEqualTo(3);
  }

  @Test
  void aStoreThatWasNotClosedGoesBackToItsLastMoment() throws IOException {
    try (Database database = Database.open(store())) {
      long id = new Versions(database).create(NEXT, Instant.EPOCH).id();
      database.checkpoint();
      new Versions(database).remove(id);
      database.checkpoint();
      Files.copy(file, folder.resolve("killed"));
    }
    Files.move(folder.resolve("killed"), file, StandardCopyOption.REPLACE_EXISTING);
    long size = Files.size(file);
    DamagedStore.zero(file, 0, 2);
    DamagedStore.zero(file, size / DamagedStore.BLOCK - 1, 1);
    refused();
    RepairReport report = repaired();
    assertThat(report.outcome()).isEqualTo(Outcome.REPAIRED);
    assertThat(report.count(Fate.WHOLE)).isEqualTo(3);
    assertThat(report.older()).isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void ofRubbishNothingCanBeSaved() throws IOException {
    byte[] rubbish = new byte[200_000];
    new SplittableRandom(1).nextBytes(rubbish);
    Files.write(file, rubbish);
    refused();
    assertThat(repaired().outcome()).isEqualTo(Outcome.HOPELESS);
  }

  @Test
  void anEmptyFileIsNotTakenForANewWorkspace() throws IOException {
    Files.write(file, new byte[0]);
    refused();
    assertThat(repaired().outcome()).isEqualTo(Outcome.HOPELESS);
  }

  @Test
  void whereThereIsNoStoreNothingIsMade() throws IOException {
    Files.delete(file);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> repairing().repair())
        .withMessageContaining("holds no store");
    assertThat(store()).isEmptyDirectory();
  }

  @Test
  void whoHasTheStoreOpenIsNamed() {
    try (Database _ = Database.open(store())) {
      assertThatExceptionOfType(OperationException.class)
          .isThrownBy(() -> repairing().repair())
          .withMessageContaining("is in use by another Aisle");
    }
  }

  @Test
  void aRepairThatIsStoppedLeavesTheDamagedFile() throws IOException {
    DamagedStore.zero(file, 0, 2);
    byte[] before = Files.readAllBytes(file);
    for (String phase : new String[] {"examining", "repairing", "verifying"}) {
      StoreRepair stopped =
          new StoreRepair(
              store(),
              CLOCK,
              CancelSignal.NEVER,
              progress -> {
                if (progress.phase().equals(phase)) {
                  throw new CancelledException();
                }
              });
      assertThatExceptionOfType(CancelledException.class).isThrownBy(stopped::repair);
      assertThat(file).hasBinaryContent(before);
      assertThat(store()).isDirectoryNotContaining("glob:**/{repairing,damaged-*}");
    }
  }

  @Test
  void whatAKilledRepairLeftGoesWhenTheStoreIsOpened() throws IOException {
    Path left = Files.createDirectory(store().resolve("repairing"));
    Files.writeString(left.resolve("aisle.mv.db"), "half of it");
    Database.open(store()).close();
    assertThat(left).doesNotExist();
  }

  @Test
  void anEncryptedStoreIsRepairedEncrypted() throws IOException {
    DataKey key = DataKey.random();
    try (SealedFileSystem files = Sealed.mount(folder, () -> key)) {
      Path sealed = files.folder().resolve("store");
      StoreEncryption.bring(sealed, true);
      StoreRepair repair =
          new StoreRepair(sealed, CLOCK, CancelSignal.NEVER, ProgressListener.NONE);
      assertThat(repair.examine().outcome()).isEqualTo(Outcome.SOUND);
      DamagedStore.spoil(file, 3 * DamagedStore.BLOCK / 2, DamagedStore.BLOCK, 1);
      DamagedStore.spoil(file, 5 * DamagedStore.BLOCK / 2, 100, 1);
      assertThatExceptionOfType(OperationException.class)
          .isThrownBy(() -> Database.open(sealed))
          .withMessageContaining("it is damaged");
      RepairReport report = repair.repair();
      assertThat(report.outcome()).isEqualTo(Outcome.REPAIRED);
      assertThat(report.count(Fate.WHOLE)).isEqualTo(3);
      assertThat(new String(Files.readAllBytes(file), 0, 9, StandardCharsets.US_ASCII))
          .isEqualTo("H2encrypt");
      try (Database database = Database.open(sealed)) {
        assertThat(new Versions(database).list()).hasSize(3);
      }
      DamagedStore.zero(file, 0, 1); // with the salt of the key
      assertThat(repair.repair().outcome()).isEqualTo(Outcome.HOPELESS);
    }
  }
}
