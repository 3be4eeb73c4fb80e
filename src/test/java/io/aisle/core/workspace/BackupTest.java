package io.aisle.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.core.dataset.profile.Statistic;
import io.aisle.core.job.Job;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.job.QueueJobRunner;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.JobOutcome;
import io.aisle.testkit.Beside;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A workspace that is in use goes into a file and comes back whole, or not at all. */
@Beside
@Timeout(60)
class BackupTest extends FurnishedWorkspace {
  private BackupSummary backup() {
    return workspace.service(path -> false).backup(file, new TestControl());
  }

  private BackupSummary restore(Path to) {
    return WorkspaceService.restore(file, to, new TestControl());
  }

  @Test
  void whatIsRestoredIsWhatWasThere() throws IOException {
    BackupSummary made = backup();
    assertThat(made.versions()).isEqualTo(1);
    assertThat(made.runs()).isEqualTo(2);
    assertThat(made.bytes()).isEqualTo(Files.size(file));
    Path copy = folder.resolve("copy");
    assertThat(restore(copy).runs()).isEqualTo(2);
    assertThat(TestWorkspace.content(copy.resolve("runs")))
        .isEqualTo(TestWorkspace.content(workspace.layout.runs()))
        .hasSize(3);
    assertThat(copy.resolve("settings.json")).hasContent("{\"threads\": 1}");
    assertThat(copy.resolve("mappings.json")).hasContent("{\"kept\": []}");
    assertThat(copy).isDirectoryNotContaining("glob:**/{logs,native,snapshots,unfinished-copy}");
    assertThat(TestWorkspace.events(copy, "shop")).isEqualTo(workspace.events("shop")).hasSize(120);
  }

  @Test
  void whatIsImportedMeanwhileIsInTheCopyWholeOrNotAtAll() throws Exception {
    try (QueueJobRunner jobs = new QueueJobRunner(2, 2000)) {
      Job<Integer> importing =
          jobs.submit(
              "import",
              JobNeeds.LIGHT,
              control -> {
                for (int i = 0; i < 3; i++) {
                  workspace.load("more" + i, 3_000);
                }
                return 3;
              });
      for (int i = 0; importing.outcome().isEmpty(); i++) {
        file = folder.resolve("copies/" + i + ".zip");
        backup();
        Path copy = folder.resolve("copy" + i);
        restore(copy); // opens the store and counts each complete version
        assertThat(TestWorkspace.events(copy, "shop")).hasSize(120);
      }
      var unused = importing.ended().toCompletableFuture().get(30, TimeUnit.SECONDS);
      assertThat(importing.outcome().orElseThrow()).isInstanceOf(JobOutcome.Done.class);
      assertThat(folder.resolve("copy0")).isDirectory();
    }
    assertThat(workspace.events("more2")).hasSize(9_000);
  }

  @Test
  void runsUnderWayAreLeftOutAndCounted() {
    BackupSummary made =
        workspace.service(path -> path.endsWith("sasrec")).backup(file, new TestControl());
    assertThat(made.leftOut()).isEqualTo(1);
    restore(folder.resolve("copy"));
    assertThat(folder.resolve("copy/runs")).isDirectoryNotContaining("glob:**/sasrec");
  }

  @Test
  void aBackupInsideTheWorkspaceIsRefused() {
    file = workspace.layout.folder().resolve("backup.zip");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(this::backup)
        .withMessageContaining("would be lost with it");
    assertThat(file).doesNotExist();
  }

  @Test
  void cancellingLeavesTheBackupOfBefore() throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, "of before");
    TestControl control = new TestControl(progress -> progress.phase().equals("verifying"));
    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(() -> workspace.service(path -> false).backup(file, control));
    assertThat(file).hasContent("of before");
    try (var left = Files.list(file.getParent())) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    backup();
    Path copy = Files.createDirectory(folder.resolve("copy"));
    Files.writeString(copy.resolve("letter.txt"), "mine");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> restore(copy))
        .withMessageContaining("is not empty");
    assertThat(TestWorkspace.content(copy)).hasSize(1);
  }

  @Test
  void cancellingARestoreLeavesNothing() {
    backup();
    TestControl control =
        new TestControl(progress -> progress.phase().equals("restoring") && progress.done() > 0);
    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(() -> WorkspaceService.restore(file, folder.resolve("copy"), control));
    assertThat(folder.resolve("copy")).doesNotExist();
  }

  @Test
  void aDamagedBackupIsRefusedAndLeavesNothing() throws IOException {
    backup();
    long at;
    try (ZipFile zip = new ZipFile(file.toFile())) {
      at = zip.getEntry("store/aisle.mv.db").getCompressedSize() / 2 + 60;
    }
    byte[] bytes = Files.readAllBytes(file);
    bytes[(int) at] ^= 0x55;
    Files.write(file, bytes);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> restore(folder.resolve("copy")))
        .withMessageContaining("is damaged")
        .withMessageContaining("aisle.mv.db");
    assertThat(folder.resolve("copy")).doesNotExist();
    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> restore(folder.resolve("copy")))
        .withMessageContaining("only the beginning");
  }

  @Test
  void aZipThatIsNoBackupIsNamed() throws IOException {
    write(List.of("a.txt"), "x");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> restore(folder.resolve("copy")))
        .withMessageContaining("is no backup of Aisle");
    write(List.of(BackupManifest.NAME), "[]");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> restore(folder.resolve("copy")))
        .withMessageContaining("list of files");
    write(List.of(BackupManifest.NAME), "{\"format\": 9, \"program\": \"7.0\", \"files\": {}}");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> restore(folder.resolve("copy")))
        .withMessageContaining("newer Aisle (7.0)");
  }

  @Test
  void anEntryThatLeadsOutOfTheFolderIsRefused() throws IOException {
    write(
        List.of(BackupManifest.NAME),
        "{\"format\": 1, \"files\": {\"../letter.txt\": {\"bytes\": 1, \"sha256\": \"\"}}}");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> restore(folder.resolve("copy")))
        .withMessageContaining("no place in a workspace");
    assertThat(folder.resolve("letter.txt")).doesNotExist();
  }

  @Test
  void aBackupWithoutAStoreIsNoWorkspace() throws IOException {
    write(List.of(BackupManifest.NAME), "{\"format\": 1, \"files\": {}}");
    assertThatExceptionOfType(OperationException.class)
        .isThrownBy(() -> restore(folder.resolve("copy")))
        .withMessageContaining("holds no store");
    assertThat(folder.resolve("copy")).doesNotExist();
  }

  private void write(List<String> names, String text) throws IOException {
    Files.createDirectories(file.getParent());
    try (OutputStream out =
            Files.newOutputStream(
                file, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
  }

  @Test
  void snapshotsAreBuiltAgainAfterTheirRemoval() {
    WorkspaceService service = workspace.service(path -> false);
    assertThat(service.sizes().snapshots()).isPositive();
    long freed = service.removeSnapshots();
    assertThat(freed).isPositive();
    assertThat(service.sizes().snapshots()).isZero();
    var version = workspace.datasets.require("shop");
    assertThat(workspace.datasets.statistic(version.id(), Statistic.TIME, new TestControl()))
        .isNotNull();
    assertThat(service.sizes().snapshots()).isEqualTo(freed);
  }
}
