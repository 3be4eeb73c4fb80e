package io.aisle.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Progress;
import io.aisle.domain.settings.BackupRule;
import io.aisle.domain.settings.BackupRule.Rhythm;
import io.aisle.store.StoreBackup;
import io.aisle.testkit.Beside;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Backups are known by what was recorded, without a store, and were opened when they were made. */
@Beside
@Timeout(60)
class BackupShelfTest extends FurnishedWorkspace {
  private static final String PASSPHRASE = "a passphrase of the test";

  private boolean broken;

  @AfterEach
  @Override
  void close() {
    if (!broken) {
      super.close();
    }
    Vault.forget(workspace.layout.folder());
  }

  private void backup(Path to) {
    var unused = workspace.service(path -> false).backup(to, new TestControl());
  }

  private List<KnownBackup> known() {
    return new BackupShelf(workspace.layout).backups();
  }

  private void breakStore() throws IOException {
    workspace.close();
    broken = true;
    Files.writeString(workspace.layout.storeFile(), "no store any more");
  }

  @Test
  void aDamagedWorkspaceTellsOfItsBackups() throws IOException {
    Instant first = workspace.clock.instant();
    backup(file);
    workspace.clock.pass(Duration.ofDays(1));
    Path second = file.resolveSibling("second.zip");
    backup(second);
    breakStore();
    assertThat(known())
        .containsExactly(
            new KnownBackup(
                second,
                first.plus(Duration.ofDays(1)),
                Files.size(second),
                1,
                2,
                120,
                true,
                false,
                false),
            new KnownBackup(file, first, Files.size(file), 1, 2, 120, true, false, false));
    Files.delete(second);
    assertThat(known()).extracting(KnownBackup::file).containsExactly(file);
  }

  @Test
  void aFileThatIsWrittenAnewIsKnownOnce() {
    backup(file);
    workspace.clock.pass(Duration.ofHours(1));
    backup(file);
    assertThat(known()).extracting(KnownBackup::written).containsExactly(workspace.clock.instant());
  }

  @Test
  void aBackupThatDoesNotGetItsNameLeavesTheListAsItWas() throws IOException {
    Path place = file.resolveSibling("taken.zip");
    Files.createDirectories(place.resolve("by a folder")); // no file takes its place
    assertThatExceptionOfType(OperationException.class).isThrownBy(() -> backup(place));
    assertThat(workspace.layout.backupList()).content().doesNotContain("taken.zip");
  }

  @Test
  void whatLiesOnADiskThatIsOffIsNotForgotten() throws IOException {
    backup(file);
    Path off = Files.move(file.getParent(), folder.resolve("off"));
    backup(folder.resolve("here.zip"));
    BackupShelf shelf = new BackupShelf(workspace.layout);
    assertThat(shelf.backups()).hasSize(1);
    assertThat(shelf.away()).extracting(KnownBackup::file).containsExactly(file);
    Files.move(off, file.getParent());
    assertThat(shelf.backups()).hasSize(2);
    assertThat(shelf.away()).isEmpty();
    shelf.delete(shelf.backups().getLast());
    assertThat(shelf.backups()).extracting(KnownBackup::file).doesNotContain(file);
    assertThat(file).doesNotExist();
  }

  @Test
  void whereTheScheduleWritesItsFilesAreFoundWithoutAList() throws IOException {
    Path place = workspace.layout.backups();
    assertThat(place).isEqualTo(folder.resolve("workspace-backups"));
    Path named = BackupName.of(workspace.layout).in(place, workspace.clock.instant());
    assertThat(named).hasFileName("aisle-workspace-20261120T090000Z.zip");
    backup(named);
    backup(place.resolve("mine.zip"));
    Files.writeString(place.resolve("aisle-workspace-20261121T090000Z.zip"), "half a");
    Files.copy(named, place.resolve("aisle-other-20261120T090000Z.zip"));
    Files.delete(workspace.layout.backupList());
    breakStore();
    assertThat(known())
        .containsExactly(
            new KnownBackup(
                named,
                workspace.clock.instant(),
                Files.size(named),
                1,
                2,
                -1,
                false,
                false,
                false));
  }

  @Test
  void aListThatCannotBeReadIsKeptAside() throws IOException {
    workspace.put("backups.json", "{\"backups\": [{\"file\": \"a.zip\", \"written\": \"soon\"}]}");
    assertThat(known()).isEmpty();
    assertThat(workspace.layout.folder().resolve("backups.json.damaged")).exists();
    workspace.put(
        "backups.json",
        "{\"backups\": [{\"file\": \"/\", \"written\": \"2026-11-20T09:00:00Z\"}]}");
    assertThat(known()).isEmpty();
    assertThat(new BackupShelf(workspace.layout).away()).isEmpty();
  }

  @Test
  void aRestoredWorkspaceKnowsWhatItCameFrom() {
    backup(file);
    Path copy = folder.resolve("copy");
    var unused = WorkspaceService.restore(file, copy, new TestControl());
    assertThat(new BackupShelf(new WorkspaceLayout(copy)).backups())
        .extracting(KnownBackup::file)
        .containsExactly(file);
  }

  @Test
  void aBackupWhoseStoreCannotBeOpenedIsNone() {
    refused("no store".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aStoreThatIsOpenedAsItWasBeforeIsNone() throws IOException {
    workspace.load("shoes", 10);
    workspace.close();
    byte[] before = Files.readAllBytes(workspace.layout.storeFile());
    workspace = new TestWorkspace(workspace.layout, workspace.clock);
    workspace.load("hats", 10);
    refused(before);
  }

  /**
   * @param store what is found where the backup's store was unpacked
   */
  private void refused(byte[] store) {
    Path trial = file.resolveSibling("backup.zip.trial").resolve("store/aisle.mv.db");
    TestControl control = new TestControl(progress -> spoil(trial, store, progress));
    assertThatExceptionOfType(OperationException.class)
        .isThrownBy(() -> workspace.service(path -> false).backup(file, control))
        .withMessageContaining("not every row");
    assertThat(known()).isEmpty();
    assertThat(file.getParent()).isEmptyDirectory();
  }

  /** The last that is unpacked is the store. */
  private static boolean spoil(Path unpacked, byte[] store, Progress progress) {
    if (progress.phase().equals("verifying") && progress.done() == progress.total()) {
      try {
        Files.write(unpacked, store);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return false;
  }

  @Test
  void damageThatCountingPassesOverIsFoundByReading() throws IOException {
    workspace.load("large", 4_000);
    workspace.database.compact(); // how much of the file is in use would be a matter of time
    workspace.close();
    broken = true;
    byte[] sound = Files.readAllBytes(workspace.layout.storeFile());
    Path store = workspace.layout.store();
    int block = sound.length / 16;
    int counted = 0;
    int read = 0;
    for (int at = 2 * block; at < 15 * block; at += block) {
      byte[] damaged = sound.clone();
      Arrays.fill(damaged, at, at + 4096, (byte) 0);
      Files.write(workspace.layout.storeFile(), damaged);
      counted += isWhole(() -> StoreBackup.check(store)) ? 0 : 1;
      read += isWhole(() -> StoreBackup.read(store, CancelSignal.NEVER)) ? 0 : 1;
    }
    assertThat(read).isGreaterThan(counted);
  }

  private static boolean isWhole(Supplier<StoreBackup.Content> look) {
    try {
      return look.get().events() == 12_120;
    } catch (OperationException e) {
      return false;
    }
  }

  @Test
  void anEncryptedWorkspaceTellsWithoutItsKeyAndItsBackupWasOpenedAllTheSame() throws IOException {
    workspace.close();
    Path root = workspace.layout.folder();
    new VaultConversion(root, new TestControl()).encrypt(PASSPHRASE.toCharArray());
    WorkspaceLayout seen =
        new WorkspaceLayout(Vault.path(root, locked -> PASSPHRASE.toCharArray()));
    workspace = new TestWorkspace(seen, workspace.clock);
    backup(file);
    BackupRule daily = new BackupRule(Rhythm.DAILY, "", 1);
    BackupSchedule schedule =
        new BackupSchedule(
            workspace.service(path -> false), () -> daily, workspace.clock, ZoneOffset.UTC);
    Path scheduled = schedule.run(new TestControl()).place();
    assertThat(schedule.isDue()).isFalse();
    workspace.close();
    Vault.forget(root);
    BackupShelf shelf = new BackupShelf(new WorkspaceLayout(root));
    assertThat(shelf.backups())
        .hasSize(2)
        .allSatisfy(
            each -> {
              assertThat(each.events()).isEqualTo(120);
              assertThat(each.verified()).isTrue();
            })
        .extracting(KnownBackup::file)
        .contains(scheduled, file);
    assertThat(scheduled).hasParent(folder.resolve("workspace-backups"));
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**/*.{trial,store,part}");
    assertThat(Files.readString(root.resolve("settings.json"), StandardCharsets.ISO_8859_1))
        .doesNotContain("threads");
  }
}
