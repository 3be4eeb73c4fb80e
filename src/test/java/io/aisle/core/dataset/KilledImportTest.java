package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.store.Database;
import io.aisle.testkit.TestControl;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} of a real process in the middle of an import. */
// from another thread: what may hang here does not listen to an interrupt
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KilledImportTest {
  private static final Path HOME = Path.of(System.getProperty("aisle.home"));

  @TempDir Path workspace;

  /** Runs the import in a child, waits until it is in the middle, and kills it. */
  private void importAndKill(long waitMillis) throws IOException, InterruptedException {
    kill("import", waitMillis);
  }

  private void kill(String middle, long waitMillis) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                ImportUnderKill.class.getName(),
                workspace.toString(),
                HOME.toString(),
                middle)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      while (line != null && !line.equals("MIDDLE")) {
        assertThat(line).isNotEqualTo("DONE");
        line = out.readLine();
      }
      assertThat(line).isEqualTo("MIDDLE");
      // somebody who comes now is told who is in
      assertThatExceptionOfType(OperationException.class)
          .isThrownBy(() -> Database.open(workspace.resolve("store")).close())
          .withMessageContaining("process " + child.pid());
      Thread.sleep(waitMillis);
    } finally {
      child.destroyForcibly();
      assertThat(child.waitFor()).isNotZero();
    }
  }

  private DatasetService service(Database database) {
    return new DatasetService(database, workspace.resolve("snapshots"));
  }

  @Test
  void anInterruptedImportIsShownAndGoesOnToTheSameResult()
      throws IOException, InterruptedException {
    importAndKill(1_200);
    try (Database database = Database.open(workspace.resolve("store"))) {
      DatasetService service = service(database);
      DatasetVersion interrupted = service.versions().getFirst();
      assertThat(interrupted.state()).isEqualTo(DatasetVersion.State.INTERRUPTED);
      assertThat(interrupted.events()).isBetween(20_000L, 99_999L);
      assertThat(service.newest("movielens-small")).isEmpty();
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> service.load(interrupted.id(), new TestControl()))
          .withMessageContaining("resume or remove");

      ImportSummary summary = service.resume(interrupted.id(), new TestControl());

      assertThat(summary.read()).isEqualTo(100_004);
      assertThat(summary.taken()).isEqualTo(100_004);
      DatasetVersion complete = service.require("movielens-small");
      assertThat(complete.events()).isEqualTo(100_004);
      EventTable resumed = service.load(complete.id(), new TestControl());
      Sample sample = new Samples(HOME).require("movielens-small");
      EventTable whole =
          FileEvents.read(
                  new DatasetSpec.Files(
                      Optional.of(sample.plan().files().getFirst()),
                      sample.plan().mapping(),
                      sample.plan().items(),
                      Optional.empty()),
                  new TestControl())
              .events();
      assertThat(resumed.catalogue()).isEqualTo(whole.catalogue());
      assertThat(resumed.user()).isEqualTo(whole.user());
      assertThat(resumed.item()).isEqualTo(whole.item());
      assertThat(resumed.value()).isEqualTo(whole.value());
      assertThat(resumed.catalogue().titles()).contains("Toy Story (1995)");
    }
  }

  @Test
  void anInterruptedImportCanBeRemovedAndDoneAgain() throws IOException, InterruptedException {
    // at once: not even the first commits need have reached the disk
    importAndKill(0);
    try (Database database = Database.open(workspace.resolve("store"))) {
      DatasetService service = service(database);
      List<DatasetVersion> versions = service.versions();
      assertThat(versions)
          .extracting(DatasetVersion::state)
          .allMatch(state -> state == DatasetVersion.State.INTERRUPTED);
      versions.forEach(version -> service.remove(version.id()));
      assertThat(service.versions()).isEmpty();
      Sample sample = new Samples(HOME).require("movielens-small");
      assertThat(service.importFiles(sample.plan(), new TestControl()).taken()).isEqualTo(100_004);
    }
  }

  @Test
  void anInterruptedCleaningCanOnlyBeRemovedAndHarmsNothing()
      throws IOException, InterruptedException {
    kill("clean", 700);
    try (Database database = Database.open(workspace.resolve("store"))) {
      DatasetService service = service(database);
      assertThat(service.versions())
          .extracting(DatasetVersion::state)
          .containsExactly(DatasetVersion.State.INTERRUPTED, DatasetVersion.State.COMPLETE);
      DatasetVersion interrupted = service.versions().getFirst();
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> service.resume(interrupted.id(), new TestControl()))
          .withMessageContaining("remove it and apply the steps again");
      service.remove(interrupted.id());
      DatasetVersion whole = service.require("movielens-small");
      assertThat(service.load(whole.id(), new TestControl()).size()).isEqualTo(100_004);
    }
  }

  @Test
  void anInterruptedAppendGoesOn() throws IOException, InterruptedException {
    kill("append", 700);
    try (Database database = Database.open(workspace.resolve("store"))) {
      DatasetService service = service(database);
      DatasetVersion interrupted = service.versions().getFirst();
      assertThat(interrupted.state()).isEqualTo(DatasetVersion.State.INTERRUPTED);
      DatasetVersion old = service.require("movielens-small");

      assertThat(service.resume(interrupted.id(), new TestControl()).taken()).isEqualTo(100_004);

      EventTable before = service.load(old.id(), new TestControl());
      EventTable twice = service.load(interrupted.id(), new TestControl());
      assertThat(twice.size()).isEqualTo(200_008);
      assertThat(twice.catalogue()).isEqualTo(before.catalogue());
      assertThat(Arrays.copyOf(twice.user(), 100_004)).isEqualTo(before.user());
      assertThat(Arrays.copyOfRange(twice.millis(), 100_004, 200_008)).isEqualTo(before.millis());
    }
  }
}
