package io.aisle.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.lists.ListsService;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingService;
import io.aisle.domain.experiment.RerankRule;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.PlantedSplit;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Texts;
import io.aisle.ui.form.ListedForm;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules that are edited, looked at and made into a run, without a toolkit. */
class RerankViewModelTest {
  @TempDir Path folder;
  private TrainingService training;
  private RerankViewModel model;

  @BeforeEach
  void open() {
    PlantedSplit.write(folder);
    RunFolder run =
        LocalRuns.train(
            folder,
            """
            split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
            dataset: {items: {file: items.csv, id: id, title: name, category: shelf}}
            model: {kind: item-knn}
            """,
            folder.resolve("run"));
    training = LocalRuns.service(folder.resolve("runs"), LocalRuns.workers());
    Notices notices = new Notices(Runnable::run);
    Background background = new Background(new CallerJobRunner(), Runnable::run, notices);
    model =
        new RerankViewModel(
            new ListsService(LocalRuns.workers()),
            new RunMaker(training, background, notices, new Changes()),
            background,
            new Texts(Locale.ENGLISH));
    model.open(RunRow.of(new RunItem(run.path(), run.record(), "item-knn")));
    rest();
  }

  /** As long as the sampler takes to see that nothing is edited any more. */
  private void rest() {
    for (int look = 0; look < 10; look++) {
      model.look();
    }
  }

  @Test
  void editsAreSeenInTheListAndCanBeUndone() {
    assertThat(model.beforeProperty().get()).hasSize(20);
    model.rules().remove(model.rules().all().getFirst());
    model.rules().add("pin");
    rest();
    assertThat(model.problemProperty().get()).contains("item is missing");
    write("item", "item<33");
    assertThat(model.problemProperty().get()).contains("the nearest known is 'item<33>'");
    String listed = model.beforeProperty().get().get(4).title();
    write("item", "item<" + listed.replaceAll("\\D", "") + ">");
    assertThat(model.problemProperty().get()).isEmpty();
    assertThat(model.afterProperty().get().getFirst().title()).isEqualTo(listed);
    assertThat(model.afterProperty().get().getFirst().moved()).isEqualTo(4);
    model.rules().undo();
    assertThat(model.rules().all().getFirst().fields().getFirst().textProperty().get())
        .isEqualTo("item<33");
    model.rules().undo();
    model.rules().undo();
    model.rules().undo();
    assertThat(model.rules().all()).extracting(ListedForm::kind).containsExactly("mmr");
    model.rules().redo();
    assertThat(model.rules().all()).isEmpty();
  }

  private void write(String field, String text) {
    model.rules().all().getFirst().fields().stream()
        .filter(each -> each.name().equals(field))
        .forEach(each -> each.textProperty().set(text));
    rest();
  }

  @Test
  void theRunIsMadeInTheOrderOfTheRules() {
    model.rules().add("category-cap");
    model.rules().move(model.rules().all().getLast(), -1);
    model.start();
    RunFolder made = training.runs().getFirst();
    assertThat(made.rules())
        .containsExactly(RerankRule.CategoryCap.DEFAULTS, RerankRule.Mmr.DEFAULTS);
    assertThat(made.record().name()).isEqualTo("item-knn re-ranked");
    assertThat(model.runProperty().get()).isNull();
  }

  @Test
  void nothingIsStartedWithoutRuleOrName() {
    model.nameProperty().set(" ");
    model.start();
    assertThat(model.problemProperty().get()).contains("no name");
    List.copyOf(model.rules().all()).forEach(model.rules()::remove);
    model.start();
    assertThat(model.problemProperty().get()).contains("no rule");
    assertThat(training.runs()).isEmpty();
  }
}
