package io.aisle.core.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.model.ModelKind;
import io.aisle.domain.run.RunDraft;
import io.aisle.domain.run.RunRecord;
import io.aisle.testkit.Beside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Beside
class RunRegistryTest {
  private static final int ALL = Integer.MAX_VALUE;
  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir private Path root;
  private RunRegistry registry;

  @BeforeEach
  void open() {
    registry = new RunRegistry(root);
  }

  @Test
  void theNewestComeFirstAndOthersAreLeftOut() throws IOException {
    RunFolder older = run("older", 0);
    RunFolder newer = run("newer", 5);
    Files.createDirectory(root.resolve("interrupted"));
    Files.writeString(root.resolve("interrupted/request.json"), "{}");
    Files.writeString(root.resolve("a file"), "");

    assertThat(registry.complete()).containsExactly(newer, older);
    assertThat(registry.read(ALL).finished())
        .extracting(each -> each.record().name())
        .containsExactly("newer", "older");
    assertThat(registry.read(1).finished())
        .extracting(ListedRuns.Finished::folder)
        .containsExactly(newer);
    assertThat(registry.read(1).whole()).isFalse();
    assertThat(registry.read(2).whole()).isTrue();
  }

  @Test
  void aRunIsReadAgainOnlyWhenItsFileHasChanged() throws IOException {
    RunFolder run = run("first", 0);
    RunRecord before = registry.read(ALL).finished().getFirst().record();
    assertThat(registry.read(ALL).finished().getFirst().record()).isSameAs(before);

    write(run, "second", 1);
    assertThat(registry.read(ALL).finished().getFirst().record().name()).isEqualTo("second");
  }

  @Test
  void aDamagedRunIsListedAsSuchAndARemovedOneNoMore() throws IOException {
    run("good", 1);
    RunFolder damaged = run("damaged", 0);
    Files.writeString(damaged.runJson(), "{\"format\": 1,");
    ListedRuns listed = registry.read(ALL);
    assertThat(listed.finished()).hasSize(1);
    assertThat(listed.unreadable()).containsExactly(damaged);

    Files.delete(damaged.runJson());
    assertThat(registry.read(ALL).unreadable()).isEmpty();
  }

  @Test
  void aFolderThatIsNotThereHasNoRuns() {
    assertThat(new RunRegistry(root.resolve("none")).read(ALL).finished()).isEmpty();
  }

  private RunFolder run(String name, int minutes) throws IOException {
    RunFolder run = new RunFolder(Files.createDirectory(root.resolve(name)));
    write(run, name, minutes);
    return run;
  }

  private static void write(RunFolder run, String name, int minutes) throws IOException {
    Instant finished = NOON.plusSeconds(60L * minutes);
    RunJson.write(
        run.runJson(),
        new RunDraft("0", name)
            .of(ModelKind.EASE, Map.of())
            .data("shop", "data", new RunRecord.Size(9, 30, 100, 10, 10, 7, 0))
            .judged("protocol", Map.of(), Map.of())
            .seed(1)
            .time(NOON, finished)
            .record());
    Files.setLastModifiedTime(run.runJson(), FileTime.from(finished));
  }
}
