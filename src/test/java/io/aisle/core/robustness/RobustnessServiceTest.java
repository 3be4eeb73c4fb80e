package io.aisle.core.robustness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunImporter;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelledException;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What is measured stays in the run's folder, and is made again when it must. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RobustnessServiceTest {
  private static final RobustnessSettings SETTINGS =
      new RobustnessSettings(40, 2, 5, List.of(0.5), List.of(2), List.of(1));

  private final RobustnessService service = new RobustnessService(LocalRuns.workers());
  private Path folder;
  private RunFolder popular;
  private RunFolder similar;

  @BeforeAll
  void train(@TempDir Path shared) {
    folder = shared;
    PlantedSplit.write(folder);
    popular = train("popularity");
    similar = train("item-knn");
  }

  private RunFolder train(String kind) {
    return LocalRuns.train(
        folder,
        """
        split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
        model: {kind: %s}
        training: {threads: 1}
        """
            .formatted(kind),
        folder.resolve(kind));
  }

  @Test
  void whatIsKnownIsNotMeasuredAgain() throws IOException {
    TestControl first = new TestControl();
    List<Robustness> found = service.measure(List.of(popular, similar), SETTINGS, first);
    assertThat(found).extracting(Robustness::users).containsExactly(40, 40);
    assertThat(found).extracting(Robustness::deaf).containsExactly(true, false);
    assertThat(first.seen()).isNotEmpty().allMatch(progress -> progress.total() == 2 * 40 * 11);
    assertThat(first.seen().getLast().fraction()).isEqualTo(1);
    assertThat(first.seen()).anyMatch(progress -> progress.remaining().known());
    assertThat(RobustnessService.known(similar)).contains(found.getLast());

    TestControl again = new TestControl();
    assertThat(service.measure(List.of(similar, popular), SETTINGS, again))
        .containsExactlyElementsOf(found.reversed());
    assertThat(again.seen()).isEmpty();

    TestControl other = new TestControl();
    var unused = service.measure(List.of(similar), SETTINGS.with(30, 5), other);
    assertThat(other.seen()).isNotEmpty();

    Files.writeString(similar.robustnessFile(), "{\"definitions\": 1, \"users\": {}");
    assertThat(RobustnessService.known(similar)).isEmpty();
    assertThat(service.measure(List.of(similar), SETTINGS, other).getFirst().levels())
        .isEqualTo(found.getLast().levels());
  }

  @Test
  void cancellingLeavesNothingBehind() throws IOException {
    RunFolder ease = train("ease");
    TestControl control = new TestControl(progress -> progress.fraction() > 0.5);
    assertThatThrownBy(() -> service.measure(List.of(ease), SETTINGS, control))
        .isInstanceOf(CancelledException.class);
    assertThat(ease.robustnessFile()).doesNotExist();
    assertThat(RobustnessService.known(ease)).isEmpty();
  }

  @Test
  void listsWithoutAModelAreRefused() {
    RunFolder imported = new RunFolder(folder.resolve("imported"));
    RunImporter.importLists(similar.topFile(), similar, "theirs", imported);
    assertThatThrownBy(
            () -> service.measure(List.of(similar, imported), SETTINGS, new TestControl()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("holds lists that another system made");
  }

  @Test
  void settingsOutOfRangeAreRefused() {
    assertThatThrownBy(() -> SETTINGS.with(0, 1))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("at least one user");
    assertThatThrownBy(() -> new RobustnessSettings(10, 1, 1, List.of(0.0), List.of(1), List.of(1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("between 0 and 1");
    assertThatThrownBy(() -> new RobustnessSettings(10, 1, 1, List.of(0.1), List.of(0), List.of(1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("each is 1 to 1000");
  }
}
