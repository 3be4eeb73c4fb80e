package io.aisle.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.domain.InputException;
import io.aisle.domain.settings.BackupRule;
import io.aisle.domain.settings.BackupRule.Rhythm;
import io.aisle.testkit.Beside;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Backups come when they are due, and only the schedule's own go. */
@Beside
@Timeout(60)
class BackupScheduleTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai"); // 17:00 when a test begins

  @TempDir Path folder;
  private TestWorkspace workspace;
  private BackupRule rule = new BackupRule(Rhythm.DAILY, "", 2);
  private BackupSchedule schedule;

  @BeforeEach
  void open() {
    workspace = new TestWorkspace(folder.resolve("workspace"));
    start();
  }

  private void start() {
    schedule =
        new BackupSchedule(workspace.service(path -> false), () -> rule, workspace.clock, SHANGHAI);
  }

  @AfterEach
  void close() {
    workspace.close();
  }

  private Path run() {
    return schedule.run(new TestControl()).place();
  }

  private void pass(Duration time) {
    workspace.clock.pass(time);
  }

  private List<String> names() throws IOException {
    try (var files = Files.list(folder.resolve("workspace-backups"))) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void nothingIsWrittenUnasked() {
    rule = BackupRule.NEVER;
    assertThat(schedule.next()).isEmpty();
    assertThat(schedule.isDue()).isFalse();
  }

  @Test
  void theFirstIsDueAtOnceAndTheNextWhenTheNextDayBegins() throws IOException {
    assertThat(schedule.isDue()).isTrue();
    run();
    assertThat(names()).containsExactly("aisle-workspace-20261120T090000Z.zip");
    assertThat(schedule.isDue()).isFalse();
    assertThat(schedule.next()).contains(Instant.parse("2026-11-20T16:00:00Z"));
    pass(Duration.ofHours(7).minusSeconds(1));
    assertThat(schedule.isDue()).isFalse();
    pass(Duration.ofSeconds(1));
    assertThat(schedule.isDue()).isTrue();
  }

  @Test
  void whatWasMissedIsCaughtUpOnce() {
    rule = rule.withRhythm(Rhythm.WEEKLY);
    run();
    pass(Duration.ofDays(6));
    assertThat(schedule.isDue()).isFalse();
    pass(Duration.ofDays(30));
    assertThat(schedule.isDue()).isTrue();
    run();
    assertThat(schedule.isDue()).isFalse();
    assertThat(schedule.next()).contains(Instant.parse("2027-01-01T16:00:00Z"));
  }

  @Test
  void theOldestOfItsOwnGoAndNothingElse() throws IOException {
    Path first = run();
    List<String> others =
        List.of(
            "aisle-other-20200101T000000Z.zip", "aisle-workspace-20200101T000000Z.zip", "a.txt");
    for (String other : others) {
      Files.writeString(first.resolveSibling(other), "not the schedule's");
    }
    Path mine = first.resolveSibling("aisle-workspace-20201231T000000Z.zip");
    var unused = workspace.service(path -> false).backup(mine, new TestControl());
    Path dead = first.resolveSibling("aisle-workspace-20261117T000000Z.zip.part");
    Path live = first.resolveSibling("aisle-workspace-20261123T080000Z.zip.part");
    Files.writeString(dead, "half");
    Files.writeString(live, "of another process");
    for (int day = 0; day < 3; day++) {
      pass(Duration.ofDays(1));
      run();
    }
    assertThat(names())
        .containsExactlyInAnyOrder(
            "a.txt",
            "aisle-other-20200101T000000Z.zip",
            "aisle-workspace-20200101T000000Z.zip",
            "aisle-workspace-20201231T000000Z.zip",
            "aisle-workspace-20261122T090000Z.zip",
            "aisle-workspace-20261123T080000Z.zip.part",
            "aisle-workspace-20261123T090000Z.zip");
    assertThat(workspace.service(path -> false).shelf().written()).hasSize(3);
  }

  @Test
  void aFailureIsSaidOnceADayAndAtTheNextStart() throws IOException {
    rule = rule.withFolder(workspace.layout.folder().resolve("backups").toString());
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(this::run)
        .withMessageContaining("lies in the workspace");
    assertThat(schedule.isDue()).isFalse();
    pass(Duration.ofDays(1));
    assertThat(schedule.isDue()).isTrue();
    assertThatExceptionOfType(InputException.class).isThrownBy(this::run);
    start();
    assertThat(schedule.isDue()).isTrue();
    rule = rule.withFolder(folder.resolve("elsewhere").toString());
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(this::run)
        .withMessageContaining("connect its disk");
    Files.createDirectory(folder.resolve("elsewhere"));
    assertThat(run()).hasParent(folder.resolve("elsewhere"));
  }

  @Test
  void whatSomebodyHasDeletedIsWrittenAgain() throws IOException {
    Files.delete(run());
    assertThat(schedule.isDue()).isTrue();
  }

  @Test
  void aClockThatWasAheadDoesNotEndTheSchedule() {
    pass(Duration.ofDays(400));
    run();
    pass(Duration.ofDays(-400));
    assertThat(schedule.isDue()).isTrue();
    run();
    assertThat(schedule.isDue()).isFalse();
  }

  @Test
  void whatAClockThatWasAheadHasDatedGoesBeforeWhatIsNew() throws IOException {
    rule = new BackupRule(Rhythm.DAILY, "", 1);
    pass(Duration.ofHours(8));
    run();
    pass(Duration.ofHours(-8));
    run();
    assertThat(names()).containsExactly("aisle-workspace-20261120T090000Z.zip");
    assertThat(schedule.isDue()).isFalse();
  }

  @Test
  void aMountPointWithoutItsDiskIsNotWrittenTo() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    rule = new BackupRule(Rhythm.DAILY, disk.toString(), 2);
    Path written = run();
    Path off = Files.move(written, folder.resolve("off.zip"));
    pass(Duration.ofDays(1));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(this::run)
        .withMessageContaining("is empty: connect its disk");
    WorkspaceService service = workspace.service(path -> false);
    var unused = service.backup(folder.resolve("mine.zip"), new TestControl());
    assertThat(service.shelf().away()).extracting(KnownBackup::file).containsExactly(written);
    Files.move(off, written);
    assertThat(service.shelf().own()).extracting(KnownBackup::file).containsExactly(written);
    Files.delete(written);
    service.prepareBackups(disk); // chosen again: they were deleted
    assertThat(service.shelf().away()).isEmpty();
    assertThat(run()).hasParent(disk);
  }
}
