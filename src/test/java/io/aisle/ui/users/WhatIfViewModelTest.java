package io.aisle.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.settings.SettingsFile;
import io.aisle.domain.experiment.ContextFeature;
import io.aisle.domain.explanation.HistoryEdit;
import io.aisle.domain.settings.Scenarios;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Edits of a history and of the moment, followed by the lists, without a toolkit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhatIfViewModelTest {
  @TempDir static Path folder;

  private OddRuns runs;
  private RunItem fm;
  private RunItem knn;
  private AttentionViewModel attention;
  private ListsViewModel lists;
  private WhatIfViewModel model;

  @BeforeAll
  void train() {
    runs = new OddRuns(folder);
    fm = runs.train("fm");
    knn = runs.train("item-knn");
  }

  @BeforeEach
  void open() {
    Notices notices = new Notices(Runnable::run);
    Background background = OddRuns.background(notices);
    Texts texts = new Texts(Locale.ENGLISH);
    attention =
        new AttentionViewModel(
            runs.service(), background, new ItemFocus(), texts, new Numbers(Locale.ENGLISH));
    lists = new ListsViewModel(runs.service(), background, notices, texts);
    SettingsFile<Scenarios> file =
        new SettingsFile<>(folder.resolve("scenarios.json"), Scenarios.class, Scenarios.NONE);
    model =
        new WhatIfViewModel(
            attention,
            runs.service(),
            lists,
            new ScenariosViewModel(file, background, texts),
            background,
            texts);
  }

  @AfterAll
  void close() {
    runs.close();
  }

  private void look(RunItem... runs) {
    lists.show("u4", List.of(runs));
    attention.show("u4", runs[0], null);
  }

  private List<Double> scores(int list) {
    return lists.columnsProperty().get().get(list).items().stream().map(ListedItem::score).toList();
  }

  @Test
  void theMomentCanBeSetWhereAnyModelReadsIt() {
    look(knn, fm);
    assertThat(model.context()).containsExactly(ContextFeature.HOUR, ContextFeature.WEEKDAY);
    Instant before = model.momentProperty().get();
    assertThat(before)
        .isBetween(Instant.parse("2023-11-20T00:00:00Z"), Instant.parse("2023-11-20T01:00:00Z"));
    List<Double> ofNeighbours = scores(0);
    model.at(ContextFeature.WEEKDAY, 7);
    List<Double> onSunday = scores(1);
    model.at(ContextFeature.HOUR, 21);
    assertThat(model.momentProperty().get()).isEqualTo(before.plusSeconds(6 * 86_400 + 20 * 3_600));
    assertThat(model.edits()).hasSize(2).allMatch(HistoryEdit.Moment.class::isInstance);
    assertThat(scores(1)).as("of the model that reads the hour").isNotEqualTo(onSunday);
    assertThat(scores(0)).as("of the one that does not").isEqualTo(ofNeighbours);
    model.undo();
    assertThat(scores(1)).isEqualTo(onSunday);
    model.reset();
    assertThat(model.momentProperty().get()).isEqualTo(before);
  }

  @Test
  void noMomentIsOfferedWhereNoModelReadsIt() {
    look(knn);
    assertThat(model.context()).isEmpty();
    assertThat(model.momentProperty().get()).isNotNull();
    look(knn, fm);
    assertThat(model.context()).isNotEmpty();
  }

  @Test
  void anItemCanBeMadeToCountMoreOrLess() {
    look(knn);
    int rows = model.history().size();
    model.weigh(0, 5);
    assertThat(model.history().getFirst().value()).isEqualTo(5);
    model.weigh(0, 0.5);
    assertThat(model.history().getFirst().value()).isEqualTo(2.5);
    assertThat(model.history()).hasSize(rows);
    assertThat(model.statusProperty().get()).contains("2");
  }
}
