package io.aisle.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.tuning.ParameterRange;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.SearchMethod;
import io.aisle.domain.tuning.SearchSpec;
import io.aisle.domain.tuning.Trial;
import io.aisle.domain.tuning.TrialSettings;
import io.aisle.ui.chart.CurveChart;
import io.aisle.ui.chart.ParallelChart;
import io.aisle.ui.common.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is filled in for a search, and what is shown of its trials. */
class SearchFormTest {
  private final Texts texts = new Texts(Locale.ENGLISH);
  private final SearchForm form = new SearchForm(texts);
  private final List<Experiment> chosen =
      List.of(experiment(ModelKind.EASE), experiment(ModelKind.ITEM_KNN));

  @Test
  void untouchedItSearchesTheUsualRanges() {
    Search search = form.value(chosen, "shop").orElseThrow();
    assertThat(search.spec()).isEqualTo(SearchSpec.DEFAULTS);
    assertThat(search.candidates().getFirst().space().model().get("regularization"))
        .isEqualTo(new ParameterRange.Between(1, 3000, ParameterRange.Scale.LOG, 0));
    assertThat(search.candidates().get(1).space().model()).containsKey("neighbours");
  }

  @Test
  void whatIsTypedArrives() {
    form.follow(chosen);
    field("regularization").textProperty().set("10, 20");
    form.methodProperty().set(SearchMethod.GRID);
    form.trialsProperty().set("200");
    form.secondsProperty().set("60");
    Search search = form.value(chosen, "shop").orElseThrow();
    assertThat(search.spec()).isEqualTo(new SearchSpec(SearchMethod.GRID, 200, 1, 60, 3));
    assertThat(search.candidates().getFirst().space().model().get("regularization"))
        .isEqualTo(new ParameterRange.Choices(List.of(10, 20)));
    // what was typed stays when a model leaves and comes back
    form.follow(List.of());
    form.follow(chosen);
    assertThat(field("regularization").textProperty().get()).isEqualTo("10, 20");
  }

  @Test
  void aWrongRangeIsSaidUnderItsField() {
    form.follow(chosen);
    field("regularization").textProperty().set("-1 .. 5");
    assertThat(form.value(chosen, "shop")).isEmpty();
    assertThat(field("regularization").errorProperty().get()).contains("above 0");
    assertThat(form.errorProperty().get()).isNotEmpty();
    field("regularization").textProperty().set("");
    assertThat(form.value(chosen, "shop")).isPresent();
    form.trialsProperty().set("many");
    assertThat(form.value(chosen, "shop")).isEmpty();
    assertThat(form.errorProperty().get()).contains("trials is 'many'");
  }

  @Test
  void aGridThatIsTooLargeIsSaid() {
    form.methodProperty().set(SearchMethod.GRID);
    assertThat(form.value(chosen, "shop")).isEmpty();
    assertThat(form.errorProperty().get()).contains("the grid of item-knn has");
  }

  @Test
  void trialsBecomeRowsLinesAndACurve() {
    Search search = form.value(chosen, "shop").orElseThrow();
    List<Trial> trials =
        List.of(
            trial(1, ModelKind.EASE, Map.of(), .1),
            trial(2, ModelKind.EASE, Map.of("regularization", 30.0), .3),
            trial(3, ModelKind.EASE, Map.of("regularization", 3.0), .2),
            trial(21, ModelKind.ITEM_KNN, Map.of("neighbours", 200, "prune", "history"), .25),
            new Trial(
                22, ModelKind.ITEM_KNN, TrialSettings.NONE, Trial.State.FAILED, List.of(), "no"));
    SearchPictures pictures = new SearchPictures(texts);

    assertThat(pictures.rows(search, trials))
        .extracting(row -> row.trial().number())
        .containsExactly(2, 21, 3, 1, 22);
    assertThat(pictures.rows(search, trials))
        .extracting(TrialRow::best)
        .containsExactly(true, true, false, false, false);
    CurveChart.Curve best = pictures.best(search, trials).getFirst();
    assertThat(best.values()).containsExactly(.1, .3, .3);
    ParallelChart.Content lines = pictures.lines(search, trials, ModelKind.ITEM_KNN);
    assertThat(lines.dimensions().getLast().name()).isEqualTo("ndcg@10");
    // 200 is the fourth choice, the shrinkage of the form the first
    assertThat(lines.lines().getFirst().values()).containsExactly(3, 0, 0, 1, .25);
  }

  private RangeField field(String name) {
    return form.spaces().getFirst().fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Trial trial(int number, ModelKind kind, Map<String, Object> model, double value) {
    return new Trial(
        number,
        kind,
        new TrialSettings(model, Map.of()),
        Trial.State.DONE,
        List.of(new Trial.Result(1, 1, 1, value, 1)),
        "");
  }

  private static Experiment experiment(ModelKind kind) {
    return new Experiment(
        kind.id(),
        new DatasetSpec.Named("shop"),
        PrepareSpec.DEFAULTS,
        new SplitSpec.LeaveLastOut(),
        ProtocolSpec.DEFAULTS,
        kind.defaults(),
        TrainingSpec.defaults(kind));
  }
}
