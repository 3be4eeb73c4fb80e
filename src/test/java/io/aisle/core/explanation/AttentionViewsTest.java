package io.aisle.core.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.testkit.Beside;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

@Beside
class AttentionViewsTest {
  private static final Offset<Double> CLOSE = within(1e-7);

  private static final List<List<List<Double>>> BELOW =
      List.of(
          List.of(Arrays.asList(1.0, null), List.of(0.2, 0.8)),
          List.of(Arrays.asList(1.0, null), List.of(0.6, 0.4)));

  private static final List<List<List<Double>>> ABOVE =
      List.of(
          List.of(Arrays.asList(1.0, null), List.of(0.5, 0.5)),
          List.of(Arrays.asList(1.0, null), List.of(1.0, 0.0)));

  private static final double[] MEAN = {0.575, 0.425};
  private static final double[] ROLLOUT = {0.5, 0.5};

  @Test
  void aHeadIsShownAsItIsWithMaskedCellsBlank() {
    AttentionViews views = views(List.of(BELOW, ABOVE));
    double[][] cells = views.cells(0, 1);
    assertThat(cells[0]).containsExactly(1.0, Double.NaN);
    assertThat(cells[1]).containsExactly(0.6, 0.4);
    assertThat(views.looked(0, 1)).containsExactly(0.6, 0.4);
  }

  @Test
  void theMeanOverHeadsAndLayersStillSumsToOneInEachRow() {
    AttentionViews views = views(List.of(BELOW, ABOVE));
    assertThat(views.cells(0, AttentionViews.MEAN)[1])
        .containsExactly(new double[] {0.4, 0.6}, CLOSE);
    assertThat(views.cells(AttentionViews.MEAN, AttentionViews.MEAN)[1])
        .containsExactly(MEAN, CLOSE);
    assertThat(views.looked(AttentionViews.MEAN, AttentionViews.MEAN)).isEqualTo(MEAN);
  }

  @Test
  void rolledOutIsTheProductOfTheLayersWithTheWayAroundThem() {
    AttentionViews views = views(List.of(BELOW, ABOVE));
    double[][] cells = views.cells(AttentionViews.ROLLED_OUT, 0);
    assertThat(cells[0]).containsExactly(1.0, Double.NaN);
    assertThat(cells[1]).containsExactly(ROLLOUT, CLOSE);
    assertThat(views.looked(AttentionViews.ROLLED_OUT, 0)).isEqualTo(ROLLOUT);
    assertThat(views.rolls()).isTrue();
  }

  @Test
  void oneLayerOrOneWhoAsksHasNothingToRollOut() {
    assertThat(views(List.of(BELOW)).rolls()).isFalse();
    List<List<List<Double>>> user = List.of(List.of(List.of(0.25, 0.75)));
    assertThat(views(List.of(user, user)).rolls()).isFalse();
    assertThat(views(List.of()).layers()).isZero();
    assertThat(views(List.of()).looked(0, 0)).isEmpty();
  }

  private static AttentionViews views(List<List<List<List<Double>>>> weights) {
    double[] none = new double[0];
    return new AttentionViews(
        new Explanation(
            "u", "i", "", 1, List.of(), 0, weights, none, false, MEAN, ROLLOUT, null, Map.of()));
  }
}
