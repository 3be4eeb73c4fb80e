package io.aisle.core.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.EaseParams;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.tuning.ParameterRange;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.SearchMethod;
import io.aisle.domain.tuning.SearchSpec;
import io.aisle.domain.tuning.TrialSettings;
import io.aisle.testkit.Beside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Beside
class SearchReaderTest {
  @TempDir private Path folder;

  @Test
  void aFileIsReadWithItsRangesAndBudget() throws IOException {
    Search search =
        read(
            """
            dataset: shop
            model: {kind: ease}
            search:
              method: asha
              trials: 7
              seed: 3
              budgetSeconds: 60
              space: {model: {regularization: {from: 1, to: 1000, scale: log}}}
            """);

    assertThat(search.spec()).isEqualTo(new SearchSpec(SearchMethod.ASHA, 7, 3, 60, 3));
    assertThat(search.candidates().getFirst().space().model().get("regularization"))
        .isEqualTo(new ParameterRange.Between(1, 1000, ParameterRange.Scale.LOG, 0));
  }

  @Test
  void severalModelsHaveSpacesAndTrainingOfTheirOwn() throws IOException {
    Search search =
        read(
            """
            dataset: shop
            training: {seed: 9}
            models:
              - {kind: ease, regularization: 50}
              - {kind: als, training: {epochs: 3}, space: {model: {embeddingSize: [8, 16]}}}
            """);

    assertThat(search.spec()).isEqualTo(SearchSpec.DEFAULTS);
    assertThat(search.candidates().getFirst().experiment().model()).isEqualTo(new EaseParams(50));
    TrainingSpec als = search.candidates().get(1).experiment().training();
    assertThat(als.epochs()).isEqualTo(3);
    assertThat(als.seed()).isEqualTo(9);
    assertThat(search.candidates().get(1).space().model().get("embeddingSize"))
        .isEqualTo(new ParameterRange.Choices(List.of(8, 16)));
  }

  @Test
  void whatIsWrittenIsReadBack() throws IOException {
    Search search =
        read(
            """
            dataset: shop
            models: [{kind: item-knn}, {kind: sasrec}]
            search: {method: asha, trials: 5}
            """);
    assertThat(SearchReader.fromMap(SearchWriter.toMap(search), folder, "again", "search").search())
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes(".*experiment.name")
        .isEqualTo(search);
  }

  @ParameterizedTest
  @EnumSource(ModelKind.class)
  void theDefaultSpaceOfEveryModelIsAllowed(ModelKind kind) {
    Search.Candidate candidate =
        new Search.Candidate(
            TrialBoardTest.candidate(kind, null).experiment(),
            DefaultSpaces.of(TrialBoardTest.candidate(kind, null).experiment()));
    List<TrialSettings> plan =
        new TrialPlanner(new SearchSpec(SearchMethod.RANDOM, 20, 1, 0, 3)).plan(candidate);
    assertThat(plan)
        .hasSize(candidate.space().isEmpty() ? 1 : 20)
        .isEqualTo(
            new TrialPlanner(new SearchSpec(SearchMethod.RANDOM, 20, 1, 0, 3)).plan(candidate));
  }

  @Test
  void aRangeOutsideOfWhatIsAllowedIsRefused() {
    refused(
        "{from: -1, to: 10}",
        "s.yaml: search.space.model.regularization is -1, but it must be above 0 and at most"
            + " 10000000");
    refused("{from: 10, to: 1}", "search.space.model.regularization.from is above");
    refused("{from: a, to: 1}", "search.space.model.regularization.from is 'a', but it must be a");
    refused("[1, 0]", "search.space.model.regularization is 0, but it must be above 0");
    refused("{from: 1, to: 2, step: 1}", "regularization.step is an unknown key");
  }

  private void refused(String range, String sentence) {
    assertThatThrownBy(
            () ->
                read(
                    "{dataset: shop, model: {kind: ease}, search: {space: {model:"
                        + " {regularization: "
                        + range
                        + "}}}}"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void aGridLargerThanTheBudgetIsRefusedWithWhatWouldFit() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    dataset: shop
                    model: {kind: item-knn}
                    search:
                      method: grid
                      trials: 20
                      space:
                        model: {neighbours: [1, 2, 3, 4, 5, 6], shrinkage: [0, 1, 2, 3, 4]}
                    """))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith(
            "the grid of item-knn has 30 trials and search.trials allows 20; at most 4 values of"
                + " each parameter would fit, or take method random");
  }

  @Test
  void aRangeInAGridIsDividedAsFinelyAsTheBudgetAllows() throws IOException {
    Search search =
        read(
            """
            dataset: shop
            model: {kind: ease}
            search: {method: grid, trials: 4, space: {model: {regularization: {from: 1, to: 1000, scale: log}}}}
            """);
    assertThat(new TrialPlanner(search.spec()).plan(search.candidates().getFirst()))
        .extracting(settings -> settings.model().get("regularization"))
        .containsExactly(1.0, 10.0, 100.0, 1000.0);
  }

  @Test
  void otherMistakesAreNamed() {
    assertThatThrownBy(() -> read("{dataset: shop, search: {}}"))
        .hasMessageContaining("name either one model under 'model' or several under 'models'");
    assertThatThrownBy(() -> read("{dataset: shop, model: {kind: ease}, search: {trails: 3}}"))
        .hasMessageContaining("search.trails is an unknown key; the nearest known one is trials");
    assertThatThrownBy(
            () ->
                read(
                    "{dataset: shop, models: [{kind: ease}, {kind: als, training: {monitor:"
                        + " recall@10}}]}"))
        .hasMessageContaining("training.monitor is ndcg@10 for one and recall@10 for another");
    assertThatThrownBy(() -> read("{dataset: shop, model: {kind: ease}, split: {kind: none}}"))
        .hasMessageContaining("split none holds nothing out to search by");
  }

  private Search read(String yaml) throws IOException {
    Path file = folder.resolve("s.yaml");
    boolean flow = yaml.startsWith("{");
    String split = "split: {kind: leave-last-out}";
    Files.writeString(
        file,
        yaml.contains("split:")
            ? yaml
            : flow ? "{" + split + ", " + yaml.substring(1) : split + "\n" + yaml);
    return SearchReader.read(file).search();
  }
}
