package io.aisle.ml.metric;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.testkit.Beside;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Against the figures in the documentation of scikit-learn 1.5, and by hand. */
@Beside
class PredictionMetricsTest {
  private static final Offset<Double> CLOSE = Offset.offset(1e-7);

  @Test
  void areaUnderTheCurve() {
    // sklearn.metrics.roc_auc_score and roc_curve: y = [0, 0, 1, 1], 0.75
    assertThat(auc(new float[] {.1f, .4f, .35f, .8f}, 0, 0, 1, 1)).isEqualTo(0.75);
    assertThat(auc(new float[] {.1f, .2f, .3f, .4f}, 0, 0, 1, 1)).isEqualTo(1);
    assertThat(auc(new float[] {.4f, .3f, .2f, .1f}, 0, 0, 1, 1)).isZero();
  }

  @Test
  void equalPredictionsCountHalf() {
    // pairs: .5 beats .2 twice, ties with .5 twice
    assertThat(auc(new float[] {.5f, .5f, .5f, .2f}, 0, 1, 1, 0)).isEqualTo(0.75);
    assertThat(auc(new float[] {.5f, .5f, .5f}, 1, 0, 1)).isEqualTo(0.5);
  }

  @Test
  void oneClassAloneHasNoArea() {
    assertThat(auc(new float[] {.5f, .7f}, 1, 1)).isNaN();
    assertThat(auc(new float[] {.5f, .7f}, 0, 0)).isNaN();
    assertThat(auc(new float[0])).isNaN();
  }

  @Test
  void logLoss() {
    // sklearn.metrics.log_loss: spam .9, ham .1, ham .2, spam .65 gives 0.21616...
    float[] p = {.9f, .1f, .2f, .65f};
    assertThat(PredictionMetrics.logLoss(p, new float[] {1, 0, 0, 1}, 0, 4))
        .isCloseTo(0.21616187, CLOSE);
    assertThat(PredictionMetrics.logLoss(new float[] {0}, new float[] {1}, 0, 1))
        .as("-ln(1e-7)")
        .isCloseTo(16.118095650958, CLOSE);
    assertThat(PredictionMetrics.logLoss(p, p, 2, 2)).isNaN();
  }

  @Test
  void errorsOfRatings() {
    // sklearn.metrics.mean_squared_error 0.375 and mean_absolute_error 0.5 of these
    float[] predicted = {2.5f, 0, 2, 8};
    float[] rating = {3, -.5f, 2, 7};
    assertThat(PredictionMetrics.rmse(predicted, rating, 0, 4)).isCloseTo(0.61237244, CLOSE);
    assertThat(PredictionMetrics.mae(predicted, rating, 0, 4)).isEqualTo(0.5);
    assertThat(PredictionMetrics.mae(predicted, rating, 3, 4)).isEqualTo(1);
  }

  @Test
  void confusionAtAThreshold() {
    // sklearn: y_true = [0, 1, 0, 1], y_pred = [1, 1, 1, 0] has tn 0, fp 2, fn 1, tp 1
    Confusion found = Confusion.at(.5, new float[] {.5f, .9f, .6f, .49f}, new float[] {0, 1, 0, 1});
    assertThat(found).isEqualTo(new Confusion(1, 2, 0, 1));
    assertThat(found.accuracy()).isEqualTo(0.25);
    assertThat(found.precision()).isCloseTo(1 / 3.0, CLOSE);
    assertThat(found.recall()).isEqualTo(0.5);
    assertThat(found.f1()).isCloseTo(0.4, CLOSE);
  }

  @Test
  void whereNothingIsPredictedPositivePrecisionIsZero() {
    Confusion none = Confusion.at(.5, new float[] {.1f, .2f}, new float[] {0, 1});
    assertThat(none.precision()).isZero();
    assertThat(none.recall()).isZero();
    assertThat(none.f1()).isZero();
    assertThat(none.accuracy()).isEqualTo(0.5);
    assertThat(Confusion.at(.5, new float[0], new float[0]).accuracy()).isNaN();
  }

  @Test
  void calibrationInTenBins() {
    Calibration curve = Calibration.of(new float[] {.04f, .06f, .55f, 1}, new float[] {0, 1, 1, 1});
    assertThat(curve.bins()).hasSize(10);
    assertThat(curve.bins().get(0).rows()).isEqualTo(2);
    assertThat(curve.bins().get(0).predicted()).isCloseTo(.05, CLOSE);
    assertThat(curve.bins().get(0).observed()).isEqualTo(.5);
    assertThat(curve.bins().get(1).rows()).isZero();
    assertThat(curve.bins().get(1).observed()).isNaN();
    assertThat(curve.bins().get(9)).as("1 is in the last").isEqualTo(new Calibration.Bin(1, 1, 1));
    assertThat(curve.error()).as("(2 * .45 + .45 + 0) / 4").isCloseTo(.3375, CLOSE);
  }

  private static double auc(float[] predictions, float... labels) {
    return PredictionMetrics.auc(predictions, labels, 0, predictions.length);
  }
}
