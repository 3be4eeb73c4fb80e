package io.aisle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TsvWriter;
import io.aisle.domain.InputException;
import io.aisle.ml.metric.Confusion;
import io.aisle.testkit.Beside;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Beside
class PredictedTest {
  @TempDir Path folder;

  @Test
  void everyThresholdIsThatOfTheRowsThemselves() {
    SplittableRandom random = new SplittableRandom(5);
    float[] predictions = new float[200];
    float[] labels = new float[200];
    for (int i = 0; i < 200; i++) {
      predictions[i] = random.nextInt(11) / 10f;
      labels[i] = random.nextInt(2);
    }
    Predicted predicted = write(predictions, labels);
    for (double threshold : new double[] {0, .1f, .25, .5, .9f, 1, 1.1}) {
      Confusion expected = Confusion.at(threshold, predictions, labels);
      assertThat(predicted.at(threshold))
          .isEqualTo(
              new Predicted.At(
                  expected.accuracy(), expected.precision(), expected.recall(), expected.f1()));
    }
  }

  @Test
  void binsWithoutRowsAreLeftOutOfTheCurve() {
    Predicted predicted = write(new float[] {.05f, .05f, .95f}, new float[] {0, 1, 1});
    assertThat(predicted.predicted()).containsExactly(new double[] {.05, .95}, Offset.offset(1e-6));
    assertThat(predicted.observed()).containsExactly(.5, 1);
  }

  @Test
  void aRunWithoutPredictionsSaysSo() {
    assertThatThrownBy(() -> Predicted.read(new RunFolder(folder)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("predictions.tsv.gz");
  }

  private Predicted write(float[] predictions, float[] labels) {
    RunFolder run = new RunFolder(folder);
    TsvWriter.write(
        run.predictionsFile(),
        List.of("user", "item", "label", "prediction"),
        sink -> {
          for (int i = 0; i < labels.length; i++) {
            sink.row("u", "i", Float.toString(labels[i]), Float.toString(predictions[i]));
          }
        });
    return Predicted.read(run);
  }
}
