package io.aisle.core.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.core.training.RunFolder;
import io.aisle.core.users.Recommended;
import io.aisle.core.users.UsersService;
import io.aisle.domain.InputException;
import io.aisle.domain.explanation.HistoryEdit;
import io.aisle.domain.job.CancelSignal;
import io.aisle.testkit.Beside;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Beside
class WhatIfTest {
  private static final String USER = PlantedSplit.user(0);

  @TempDir static Path folder;
  private static List<RunFolder> runs;
  private static UsersService users;

  @BeforeAll
  static void train() {
    PlantedSplit.write(folder);
    runs = List.of(train("item-knn"), train("bpr"));
    users = new UsersService(LocalRuns.workers());
  }

  private static RunFolder train(String kind) {
    return LocalRuns.train(
        folder,
        """
        split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
        protocol: {k: [5, 10], history: train}
        model: {kind: %s}
        training: {epochs: 3, threads: 1}
        """
            .formatted(kind),
        folder.resolve(kind));
  }

  @AfterAll
  static void close() {
    users.close();
  }

  private static WhatIf ask(HistoryEdit... edits) {
    return users.explanations().whatIf(runs, USER, List.of(edits), 10, CancelSignal.NEVER);
  }

  private static List<String> history(WhatIf answer) {
    return answer.history().stream().map(place -> place.item().item()).toList();
  }

  @Test
  void withoutEditsEveryItemStandsWhereItStood() {
    WhatIf same = ask();
    assertThat(history(same))
        .isEqualTo(users.history(runs.getFirst(), USER).stream().map(HistoryItem::item).toList());
    for (WhatIf.RunList run : same.lists()) {
      assertThat(run.list()).hasSize(10).allMatch(entry -> entry.rank() == entry.before());
    }
    assertThat(same.lists().getFirst().stored()).as("item-knn knows the history alone").isFalse();
    assertThat(same.lists().getLast().stored()).as("BPR has factors of the user").isTrue();
    assertThat(same.lists().getFirst().list())
        .extracting(entry -> entry.item().item())
        .isEqualTo(
            users.lists(runs, USER, 10).getFirst().list().stream().map(Recommended::item).toList());
  }

  @Test
  void editsAreAppliedOneAfterTheOther() {
    List<String> before = history(ask());
    String oldest = before.getFirst();
    String second = before.get(1);
    String added = PlantedSplit.item(35);
    WhatIf after =
        ask(
            new HistoryEdit.Remove(oldest, -1),
            new HistoryEdit.Add(added, 0),
            new HistoryEdit.Move(second, -1, -1),
            new HistoryEdit.Weigh(second, -1, 3),
            new HistoryEdit.Moment("2012-05-01T10:00:00Z"));
    assertThat(history(after)).hasSize(before.size()).startsWith(added).endsWith(second);
    assertThat(history(after)).doesNotContain(oldest);
    assertThat(after.history().getLast().value()).isEqualTo(3);
    assertThat(after.history().getFirst().time()).isAfter(Instant.EPOCH);
    for (WhatIf.RunList run : after.lists()) {
      assertThat(run.list()).extracting(entry -> entry.item().item()).doesNotContain(added);
    }
  }

  @Test
  void whatIsTakenAwayMayBeGivenAgain() {
    String newest = history(ask()).getLast();
    assertThat(ask(new HistoryEdit.Remove(newest, -1)).lists().getFirst().list())
        .anySatisfy(
            entry -> {
              assertThat(entry.item().item()).isEqualTo(newest);
              assertThat(entry.before()).isZero();
            });
  }

  @Test
  void editsThatDoNotFitSaySo() {
    assertThatThrownBy(() -> ask(new HistoryEdit.Remove(PlantedSplit.item(35), -1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'item<35>', which does not stand there");
    assertThatThrownBy(() -> ask(new HistoryEdit.Add(PlantedSplit.item(35), 99)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("names place 99, but the history it meets ends at 7");
    assertThatThrownBy(() -> ask(new HistoryEdit.Add("item<350>", -1)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("the nearest known ids are");
    assertThatThrownBy(() -> ask(new HistoryEdit.Moment("yesterday")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("write it as 2011-12-01T09:00:00Z");
  }

  @Test
  void aFileOfEditsIsReadAndWritten() throws Exception {
    Path file = folder.resolve("edits.yaml");
    Files.writeString(
        file,
        """
        edits:
          - {kind: remove, item: a}
          - {kind: add, item: b, at: 0}
          - {kind: move, item: c, to: 2}
          - {kind: weigh, item: c, value: 2.5}
          - {kind: moment, time: '2011-12-01T09:00:00Z'}
        """);
    List<HistoryEdit> edits = EditSection.readFile(file);
    assertThat(edits)
        .containsExactly(
            new HistoryEdit.Remove("a", -1),
            new HistoryEdit.Add("b", 0),
            new HistoryEdit.Move("c", -1, 2),
            new HistoryEdit.Weigh("c", -1, 2.5),
            new HistoryEdit.Moment("2011-12-01T09:00:00Z"));
    assertThat(EditSection.fromMaps(EditSection.write(edits))).isEqualTo(edits);
    Files.writeString(file, "edits: [{kind: forget, item: a}]");
    assertThatThrownBy(() -> EditSection.readFile(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("one of remove, add, move, weigh, moment");
    Files.writeString(file, "edits: []");
    assertThatThrownBy(() -> EditSection.readFile(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no edits");
  }
}
