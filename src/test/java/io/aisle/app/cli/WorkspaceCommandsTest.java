package io.aisle.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.store.Database;
import io.aisle.testkit.CommandRun;
import io.aisle.testkit.DamagedStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Backup, restore and the report of a problem from the command line. */
@Timeout(60)
class WorkspaceCommandsTest {
  @TempDir Path folder;
  private Path workspace;
  private Path file;

  @BeforeEach
  void furnish() throws IOException {
    workspace = folder.resolve("workspace");
    file = folder.resolve("backup.zip");
    Path data = Files.writeString(folder.resolve("a.csv"), "user,item,time\n1,2,1500000000\n");
    CommandRun.of(workspace, "import", data.toString(), "--dataset", "shop").done();
  }

  private CommandRun aisle(String... arguments) {
    return CommandRun.of(workspace, arguments);
  }

  @Test
  void aBackupBecomesAWorkspace() {
    assertThat(aisle("backup", "--out", file.toString()).done()).contains("1 data set versions");
    Path copy = folder.resolve("copy");
    assertThat(aisle("restore", file.toString(), "--to", copy.toString()).done())
        .contains("--workspace " + copy);
    CommandRun run = CommandRun.of(copy, "backup", "--out", folder.resolve("again.zip").toString());
    assertThat(run.done()).contains("1 data set versions");
  }

  @Test
  void theScheduleWritesWhenItIsDueAndTheListKnows() throws IOException {
    CommandRun none = aisle("backup", "--scheduled");
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("has no schedule").hasLineCount(1);
    Files.writeString(workspace.resolve("settings.json"), "{\"backup\": {\"rhythm\": \"WEEKLY\"}}");
    assertThat(aisle("backup", "--scheduled").done())
        .contains("workspace-backups", "opened and counted");
    assertThat(aisle("backup", "--scheduled").done()).startsWith("not due before 2");
    aisle("backup", "--out", file.toString()).done();
    Files.writeString(workspace.resolve("store").resolve("aisle.mv.db"), "no store");
    assertThat(aisle("backup", "--list").done())
        .containsPattern("\\d+ +1 +0 +1 +yes +schedule +.*workspace-backups.aisle-workspace-")
        .containsPattern("\\d+ +1 +0 +1 +yes +hand +.*backup.zip")
        .hasLineCount(3);
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    Files.writeString(file, "mine");
    CommandRun backup = aisle("backup", "--out", file.toString());
    assertThat(backup.code()).isEqualTo(2);
    assertThat(backup.err()).contains("is there already").hasLineCount(1);
    CommandRun restore = aisle("restore", file.toString(), "--to", folder.toString());
    assertThat(restore.code()).isEqualTo(2);
    assertThat(restore.err()).contains("is no zip file").hasLineCount(1);
    assertThat(file).hasContent("mine");
  }

  @Test
  void aWorkspaceThatIsInUseIsNotBackedUpFromOutside() {
    try (Database held = Database.open(workspace.resolve("store"))) {
      CommandRun run = aisle("backup", "--out", file.toString());
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.err()).contains("process " + ProcessHandle.current().pid());
      assertThat(file).doesNotExist();
      // but a problem can be reported
      assertThat(aisle("report-problem", "--out", file.toString()).done()).contains("log.txt");
      assertThat(held).isNotNull();
    }
  }

  @Test
  void aReportIsWrittenAndListed() throws IOException {
    assertThat(aisle("report-problem", "--out", file.toString()).done())
        .contains("machine.txt", "errors.txt", "log.txt");
    try (ZipFile zip = new ZipFile(file.toFile())) {
      assertThat(zip.getEntry("data.txt")).isNotNull();
    }
  }

  @Test
  void aDamagedStoreIsLookedAtAndRepaired() throws IOException {
    assertThat(aisle("repair").done())
        .contains("shop:1", "whole", "is sound: 1 events of 1 versions", "nothing was changed");
    Path store = workspace.resolve("store").resolve("aisle.mv.db");
    DamagedStore.zero(store, 0, 2);
    CommandRun refused = aisle("versions");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("run 'aisle repair'").hasLineCount(1);
    CommandRun look = aisle("repair", "--dry-run");
    assertThat(look.code()).isEqualTo(1);
    assertThat(look.out()).contains("is damaged: 1 of 1 versions are whole and can be saved");
    assertThat(aisle("repair").done())
        .containsPattern("was repaired: 1 of 1 versions .*damaged-\\d{8}-\\d{6}.mv.db");
    assertThat(aisle("versions").done()).contains("shop");
    aisle("backup", "--out", file.toString()).done();
    Files.writeString(store, "no store");
    CommandRun hopeless = aisle("repair");
    assertThat(hopeless.code()).isEqualTo(1);
    assertThat(hopeless.err())
        .contains("nothing can be saved of", "the newest that is known is " + file)
        .hasLineCount(1);
  }
}
