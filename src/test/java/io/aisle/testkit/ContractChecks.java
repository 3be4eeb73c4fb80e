package io.aisle.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelTrait;
import io.aisle.domain.run.Device;
import io.aisle.domain.run.RunContext;
import io.aisle.ml.embedding.LogisticLoss;
import io.aisle.ml.model.FieldScorer;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.ItemSpace;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Predictor;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Weights;
import java.util.Arrays;
import java.util.Optional;

/** What the rules of {@link ModelContractTest} have in common. */
final class ContractChecks {
  private ContractChecks() {}

  static RunContext context(long seed) {
    return new RunContext(seed, new Device(Device.Kind.CPU, 0, "cpu", 0), 1);
  }

  /** The same histories of users that no model knows. */
  static HistoryBlock unknown(HistoryBlock known) {
    int[] unknown = new int[known.size()];
    Arrays.fill(unknown, -1);
    return new HistoryBlock(unknown, known.offsets(), known.item(), known.value());
  }

  /**
   * Examples whose fields all come from one are scored as the example is.
   *
   * @param all {@code [block.size() * items]} scores of all items
   */
  static void unmixed(FieldScorer scorer, HistoryBlock block, float[] all) {
    int rows = block.size();
    int fields = scorer.fields().size();
    int[] item = new int[rows];
    long[] time = new long[rows];
    int[] source = new int[rows * fields];
    for (int r = 0; r < rows; r++) {
      item[r] = r % scorer.items();
      time[r] = block.newest(r);
      Arrays.fill(source, r * fields, (r + 1) * fields, r);
    }
    float[] mixed = new float[rows];
    scorer.mixtures(block, item, time).score(source, mixed);
    float[] expected = new float[rows];
    if (scorer instanceof Predictor predictor) {
      predictor.predict(block, item, time, expected);
    }
    for (int r = 0; r < rows; r++) {
      boolean predicts = scorer instanceof Predictor;
      assertThat(predicts ? LogisticLoss.sigmoid(mixed[r]) : mixed[r])
          .isCloseTo(predicts ? expected[r] : all[r * scorer.items() + item[r]], within(1e-4f));
    }
  }

  static void finite(String name, float[] scores) {
    for (float score : scores) {
      assertThat(score).as(name).isFinite();
    }
  }

  static void same(Weights actual, Weights expected) {
    assertThat(actual.notes()).isEqualTo(expected.notes());
    assertThat(actual.tensors().keySet()).isEqualTo(expected.tensors().keySet());
    expected
        .tensors()
        .forEach(
            (name, tensor) ->
                assertThat(Arrays.mismatch(actual.tensors().get(name).data(), tensor.data()))
                    .as("first value of %s that differs", name)
                    .isEqualTo(-1));
  }

  /** What the model knows of items is what its kind says, finite, and outlives the scorer. */
  static void knowsItems(ModelTrainer trained, ModelKind kind) {
    Optional<ItemSpace> space;
    try (trained;
        Scorer scorer = trained.scorer()) {
      space = scorer.itemSpace();
    }
    assertThat(space.filter(ItemSpace.Vectors.class::isInstance).isPresent())
        .isEqualTo(kind.has(ModelTrait.ITEM_VECTORS));
    assertThat(space.filter(ItemSpace.Links.class::isInstance).isPresent())
        .isEqualTo(kind.has(ModelTrait.ITEM_WEIGHTS));
    switch (space.orElse(null)) {
      case null -> {}
      case ItemSpace.Vectors(int items, int width, float[] data) -> {
        assertThat(items).isEqualTo(PlantedData.ITEMS);
        assertThat(data).hasSize(items * width);
        finite(data);
      }
      case ItemSpace.Links(int items, ItemSpace.Weighted weights) -> {
        assertThat(items).isEqualTo(PlantedData.ITEMS);
        for (int item = 0; item < items; item++) {
          float[] out = new float[items];
          weights.add(item, out);
          finite(out);
        }
      }
    }
  }

  private static void finite(float[] values) {
    for (float value : values) {
      assertThat(value).isFinite();
    }
  }
}
