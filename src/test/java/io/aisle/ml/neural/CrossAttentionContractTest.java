package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.CrossAttentionParams;
import io.aisle.domain.model.NextItemLoss;
import io.aisle.ml.data.Feature;
import io.aisle.ml.data.Features;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.model.ModelFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Scorer;
import io.aisle.testkit.ModelContractTest;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CrossAttentionContractTest extends ModelContractTest<CrossAttentionParams> {
  @Override
  protected ModelFamily<CrossAttentionParams> family() {
    return new CrossAttentionFamily();
  }

  @Override
  protected CrossAttentionParams params() {
    return new CrossAttentionParams(16, 1, 3, 1, 2, 6, 0.1, NextItemLoss.SOFTMAX, 1);
  }

  @Override
  protected TrainingSpec training() {
    return SequenceTrainings.everything(40, 8, 0.02);
  }

  /** A shelf for each item, a third of them with a tag besides. */
  @Override
  protected FitData data(Interactions interactions) {
    int items = interactions.items();
    int[] shelfOffsets = new int[items + 1];
    int[] shelf = new int[items];
    int[] tagOffsets = new int[items + 1];
    int[] tag = new int[(items + 2) / 3];
    for (int i = 0; i < items; i++) {
      shelfOffsets[i + 1] = i + 1;
      shelf[i] = 1 + i % 5;
      tagOffsets[i + 1] = (i + 3) / 3;
      if (i % 3 == 0) {
        tag[i / 3] = 1;
      }
    }
    Feature shelves =
        new Feature("shelf", List.of("unknown", "a", "b", "c", "d", "e"), shelfOffsets, shelf);
    Feature tags = new Feature("tag", List.of("unknown", "new"), tagOffsets, tag);
    Features features = new Features(List.of(), List.of(shelves, tags), List.of());
    return new FitData(interactions, false, OptionalDouble.empty(), features);
  }

  /** Products of matrices round differently by their shape. */
  @Override
  protected double blockTolerance() {
    return 1e-4;
  }

  @Test
  void withoutAttributesItSaysWhatIsMissing() {
    assertThat(family().lacks(params(), data(train()))).isEmpty();
    assertThat(family().lacks(params(), FitData.of(train())))
        .hasValueSatisfying(lack -> assertThat(lack).contains("attributes of items", "sasrec"));
  }

  @Test
  void theAttentionBetweenTheBranchesIsReadable() {
    try (ModelTrainer trainer = trained(compute(42, Parallel.SEQUENTIAL), 1);
        Scorer scorer = trainer.scorer()) {
      float[][][][] weights = scorer.attention(new int[] {3, 1, 4, 7}, 0).orElseThrow().weights();
      assertThat(weights).hasDimensions(1, 2);
      for (float[][] head : weights[0]) {
        for (int query = 0; query < 4; query++) {
          double sum = 0;
          for (int key = 0; key <= query; key++) {
            sum += head[query][key];
          }
          assertThat(sum).isBetween(0.9999, 1.0001);
        }
        assertThat(head[1][2]).isNaN();
      }
    }
  }
}
