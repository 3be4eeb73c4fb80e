package io.aisle.ui.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.slices.SliceService;
import io.aisle.core.users.RunDataCache;
import io.aisle.domain.model.Metric;
import io.aisle.testkit.LocalRuns;
import io.aisle.testkit.OddShop;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** From the comparison to the users of a slice, without a toolkit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlicesViewModelTest {
  @TempDir static Path folder;

  private final Notices notices = new Notices(Runnable::run);
  private final Background background =
      new Background(new CallerJobRunner(), Runnable::run, notices);
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Numbers numbers = new Numbers(Locale.ENGLISH);
  private CompareViewModel table;
  private SlicesViewModel model;

  @BeforeAll
  void open() {
    Path runs = folder.resolve("runs");
    OddShop.write(folder);
    OddShop.train(folder, "popularity", runs.resolve("popularity"));
    OddShop.train(folder, "item-knn", runs.resolve("item-knn"));
    RunShelf shelf = new RunShelf(LocalRuns.service(runs, LocalRuns.workers()), background, texts);
    ComparisonService comparisons = new ComparisonService();
    table = new CompareViewModel(shelf, comparisons, background, texts, numbers);
    model =
        new SlicesViewModel(
            table,
            new SliceService(comparisons, Optional.empty(), new RunDataCache()),
            background,
            texts,
            numbers);
    shelf.refresh();
    table.choose(List.of(runs.resolve("popularity"), runs.resolve("item-knn")));
    model.leastProperty().set(20);
    model.runs().stream()
        .filter(run -> run.path().endsWith("popularity"))
        .forEach(model.runProperty()::set);
  }

  private void look(Page page) {
    table.pageProperty().set(page);
  }

  @Test
  void nothingIsSearchedBeforeThePageIsLookedAt() {
    look(Page.OVERVIEW);
    table.metricProperty().set(Metric.parse("recall@10"));
    assertThat(model.runs()).hasSize(2);
    look(Page.SLICES);
    assertThat(model.rows()).isNotEmpty();
    assertThat(model.subtitleProperty().get()).contains("Recall@10").contains("240");
    table.metricProperty().set(Metric.parse("ndcg@10"));
    assertThat(model.subtitleProperty().get()).contains("NDCG@10");
    table.metricProperty().set(Metric.parse("coverage@10"));
    assertThat(model.rows()).isEmpty();
    assertThat(model.nothingProperty().get()).startsWith("Coverage@10 has no value for each user");
    table.metricProperty().set(Metric.parse("ndcg@10"));
  }

  @Test
  void aSliceLeadsToItsUsers() {
    look(Page.SLICES);
    model.attributeProperty().set(SlicesViewModel.WORST);
    SliceRow worst = model.rows().getFirst();
    assertThat(worst.gain()).isEqualTo(-1);
    Place.OfUsers place = model.place(worst);
    assertThat(place.users()).hasSize(OddShop.ODD).contains("u0", "u3");
    assertThat(place.name()).isEqualTo(worst.name());
    assertThat(place.runs()).hasSize(2);
    assertThat(place.runs().getFirst()).isEqualTo(model.runProperty().get().path());
  }

  @Test
  void everySliceHasWordsInBothLanguages() {
    look(Page.SLICES);
    SliceWords chinese = new SliceWords(new Texts(Locale.SIMPLIFIED_CHINESE));
    for (String attribute : List.copyOf(model.attributes())) {
      model.attributeProperty().set(attribute);
      assertThat(model.attributeWords(attribute)).isNotBlank();
      assertThat(model.rows()).as(attribute).allMatch(row -> !row.name().isBlank());
      model.rows().forEach(row -> assertThat(chinese.of(row.slice())).isNotBlank());
    }
    model.attributeProperty().set("weekday");
    assertThat(model.rows()).extracting(SliceRow::name).contains("weekday: Sunday");
    model.attributeProperty().set("coldItem");
    assertThat(model.rows())
        .extracting(SliceRow::name)
        .contains("next item that nobody had", "next item that someone had");
    model.attributeProperty().set("item.category");
    assertThat(model.rows())
        .extracting(SliceRow::name)
        .contains("category of the next item: lamps");
    model.attributeProperty().set(SlicesViewModel.WORST);
  }

  @Test
  void aRunIsHeldAgainstAnotherButNotAgainstItself() {
    look(Page.SLICES);
    RunItem run = model.runProperty().get();
    assertThat(model.rivals()).hasSize(2).doesNotContain(Optional.of(run));
    model.rivalProperty().set(model.rivals().getLast());
    assertThat(model.headsProperty().get().against()).isNotEmpty();
    model.rivalProperty().set(Optional.empty());
    assertThat(model.headsProperty().get().against()).isEmpty();
  }

  @AfterAll
  void nothingWentWrong() {
    assertThat(notices.all()).isEmpty();
  }
}
