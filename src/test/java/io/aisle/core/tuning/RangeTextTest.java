package io.aisle.core.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.AlsParams;
import io.aisle.domain.model.ItemKnnParams;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.tuning.ParameterRange;
import io.aisle.domain.tuning.ParameterRange.Between;
import io.aisle.domain.tuning.ParameterRange.Choices;
import io.aisle.domain.tuning.ParameterRange.Scale;
import io.aisle.testkit.Beside;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Beside
class RangeTextTest {
  @Test
  void whatIsTypedIsUnderstood() {
    assertThat(als("1 .. 100 log")).isEqualTo(new Between(1, 100, Scale.LOG, 0));
    assertThat(als(" 0.5 … 2e3 ")).isEqualTo(new Between(0.5, 2000, Scale.LINEAR, 0));
    assertThat(als("1, 10，100")).isEqualTo(new Choices(List.of(1, 10, 100)));
    assertThat(RangeText.parse("cosine, jaccard", ItemKnnParams.DEFAULTS, "similarity"))
        .isEqualTo(new Choices(List.of("cosine", "jaccard")));
    assertThat(RangeText.parse("true, false", AlsParams.DEFAULTS, "scaleRegularization"))
        .isEqualTo(new Choices(List.of(true, false)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10 .. 1", "0 .. 1 log", "-1 .. 5", "a", "1,,2", "1 .. ", "2000000", "1.2.3 .. 4"})
  void whatCannotBeIsRefused(String text) {
    assertThatThrownBy(() -> als(text)).hasMessageStartingWith("regularization is ");
  }

  @ParameterizedTest
  @EnumSource(ModelKind.class)
  void theUsualRangesAreReadBackFromTheirText(ModelKind kind) {
    var experiment = TrialBoardTest.candidate(kind, null).experiment();
    DefaultSpaces.of(experiment)
        .model()
        .forEach((name, range) -> readBack(range, (Record) kind.defaults(), name));
    DefaultSpaces.of(experiment)
        .training()
        .forEach((name, range) -> readBack(range, TrainingSpec.defaults(kind), name));
  }

  private static void readBack(ParameterRange range, Record record, String name) {
    String text = RangeText.of(range);
    assertThat(RangeText.of(RangeText.parse(text, record, name))).isEqualTo(text);
  }

  private static ParameterRange als(String text) {
    return RangeText.parse(text, AlsParams.DEFAULTS, "regularization");
  }
}
