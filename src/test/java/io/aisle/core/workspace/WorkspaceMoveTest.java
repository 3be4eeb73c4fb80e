package io.aisle.core.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelledException;
import io.aisle.domain.job.Progress;
import io.aisle.testkit.Beside;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A workspace arrives whole at its new place, or stays where it is. */
@Beside
@Timeout(60)
class WorkspaceMoveTest {
  @TempDir Path folder;
  private Path from;
  private Path to;
  private Map<String, String> before;

  @BeforeEach
  void furnish() throws IOException {
    from = folder.resolve("old");
    to = folder.resolve("drive/new");
    new TestWorkspace(from).furnished().close();
    before = TestWorkspace.content(from);
  }

  private void oldIsAsItWas() throws IOException {
    assertThat(TestWorkspace.content(from)).isEqualTo(before);
  }

  private static TestControl when(String phase, Predicate<Progress> then) {
    return new TestControl(progress -> progress.phase().equals(phase) && then.test(progress));
  }

  @Test
  void everythingArrivesAndTheOldOneStays() throws IOException {
    new WorkspaceMove(from, to).run(new TestControl());
    oldIsAsItWas();
    assertThat(TestWorkspace.content(to.resolve("runs")))
        .isEqualTo(TestWorkspace.content(from.resolve("runs")));
    assertThat(TestWorkspace.content(to.resolve("snapshots")))
        .isEqualTo(TestWorkspace.content(from.resolve("snapshots")))
        .isNotEmpty();
    assertThat(to.resolve("settings.json")).hasContent("{\"threads\": 1}");
    assertThat(to.resolve("mappings.json")).hasContent("{\"kept\": []}");
    assertThat(WorkspaceService.isUnfinished(to)).isFalse();
    assertThat(TestWorkspace.events(to, "shop")).hasSize(120);
  }

  @Test
  void aFileThatChangesOnItsWayIsNoticedAndNothingIsLeft() throws IOException {
    TestControl spoiling =
        when(
            "verifying",
            progress -> {
              spoil(to.resolve("runs/ease/run.json"));
              return false;
            });
    assertThatExceptionOfType(OperationException.class)
        .isThrownBy(() -> new WorkspaceMove(from, to).run(spoiling))
        .withMessageContaining("run.json was not copied as it was");
    assertThat(to).doesNotExist();
    oldIsAsItWas();
  }

  private static void spoil(Path file) {
    try {
      Files.writeString(file, "{\"a\": 2}");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void cancellingLeavesNothing() throws IOException {
    for (String phase : new String[] {"copying", "verifying"}) {
      TestControl control = when(phase, progress -> progress.done() > 0);
      assertThatExceptionOfType(CancelledException.class)
          .isThrownBy(() -> new WorkspaceMove(from, to).run(control));
      assertThat(to).doesNotExist();
      oldIsAsItWas();
    }
  }

  /** As after a power failure: nothing could be cleaned up. */
  @Test
  void aCopyThatWasCutOffIsNeitherOpenedNorFilled() throws IOException {
    AtomicReference<Map<String, String>> there = new AtomicReference<>();
    TestControl control =
        when(
            "verifying",
            progress -> {
              try {
                there.set(TestWorkspace.content(to));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
              return true;
            });
    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(() -> new WorkspaceMove(from, to).run(control));
    assertThat(there.get()).containsKey("unfinished-copy");
    Files.createDirectories(to);
    Files.createFile(to.resolve("unfinished-copy"));
    assertThat(WorkspaceService.isUnfinished(to)).isTrue();
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> WorkspaceService.checkWorkspace(to))
        .withMessageContaining("cut off");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> new WorkspaceMove(from, to).run(new TestControl()))
        .withMessageContaining("cut off");
  }

  @Test
  void aWorkspaceThatIsOpenIsNotMoved() throws IOException {
    try (TestWorkspace open = new TestWorkspace(from)) {
      assertThatExceptionOfType(OperationException.class)
          .isThrownBy(() -> new WorkspaceMove(from, to).run(new TestControl()))
          .withMessageContaining("process " + ProcessHandle.current().pid());
      assertThat(open.events("shop")).hasSize(120);
    }
    assertThat(to).doesNotExist();
  }

  @Test
  void placesThatCannotBeAreNamed() throws IOException {
    refused(from.resolve("inside"), "within one another");
    refused(folder, "within one another");
    Path full = Files.createDirectories(folder.resolve("full"));
    Files.writeString(full.resolve("letter.txt"), "mine");
    refused(full, "is not empty");
    refused(full.resolve("letter.txt"), "is a file");
  }

  private void refused(Path place, String why) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> new WorkspaceMove(from, place).run(new TestControl()))
        .withMessageContaining(why);
  }

  @Test
  void theOldOneIsRemovedOnlyWhenItIsAskedForAndOnlyWhatIsOurs() throws IOException {
    Files.writeString(from.resolve("letter.txt"), "mine");
    new WorkspaceMove(from, to).run(new TestControl());
    try (TestWorkspace moved = new TestWorkspace(to)) {
      moved.remembered.moved(from, to);
      assertThat(moved.remembered.workspace()).contains(to);
      WorkspaceService service = moved.service(path -> false);
      assertThat(service.previous().folder()).contains(from);
      assertThat(service.previous().size()).isPositive();
      service.previous().remove();
      assertThat(service.previous().folder()).isEmpty();
      assertThat(TestWorkspace.content(from)).containsOnlyKeys("letter.txt");
      assertThat(moved.remembered.workspace()).contains(to);
      assertThat(moved.events("shop")).hasSize(120);
    }
  }
}
