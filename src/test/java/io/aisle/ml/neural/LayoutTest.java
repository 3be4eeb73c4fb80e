package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Device;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.InputException;
import io.aisle.ml.model.Tensor;
import io.aisle.ml.model.Weights;
import io.aisle.testkit.Beside;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Beside
class LayoutTest {
  private static Layout layout() {
    return new Layout()
        .add("table", new Init.Normal(0.1), 4, 3)
        .add("cube", Init.linear(100), 2, 2, 2)
        .add("ones", Init.ONE, 5)
        .add("zeros", Init.ZERO, 2);
  }

  @Test
  void tensorsStartAsTheyShould() {
    float[] values = layout().initial(7);
    assertThat(values).hasSize(12 + 8 + 5 + 2);
    for (int i = 12; i < 20; i++) {
      assertThat(values[i]).isBetween(-0.1f, 0.1f).isNotZero();
    }
    for (int i = 20; i < 25; i++) {
      assertThat(values[i]).isEqualTo(1);
    }
    assertThat(values[26]).isZero();
    assertThat(layout().initial(7)).isEqualTo(values);
    assertThat(layout().initial(8)).isNotEqualTo(values);
  }

  @Test
  void matricesCanStartByLettingTheirInputThrough() {
    Layout layout = new Layout().add("before", Init.ONE, 5);
    float[] values = layout.add("square", new Init.Through(3, Init.ONE), 3, 3).initial(7);
    assertThat(Arrays.copyOfRange(values, 5, 14)).containsExactly(2, 1, 1, 1, 2, 1, 1, 1, 2);
  }

  @Test
  void distancesCanStartWithASlopeForEachHead() {
    Layout layout = new Layout().add("table", DistanceBias.start(4, 2, 2, 2), 3, 4);
    assertThat(layout.initial(7))
        .containsExactly(
            -0.5f, -0.125f, -0.5f, -0.125f, 0, 0, 0, 0, -0.5f, -0.125f, -0.5f, -0.125f);
  }

  @Test
  void viewsHaveTheShapesAndValuesOfTheirTensors() {
    NativeSetup.prepare(1);
    try (PtNDManager manager = (PtNDManager) NativeSetup.engine().newBaseManager(Device.cpu())) {
      float[] values = layout().initial(7);
      PtNDArray flat = Parameters.values(layout(), values, manager);
      Ops ops = new Ops();
      PtNDArray[] views = layout().cut(ops, flat);
      assertThat(views).hasSize(4);
      assertThat(views[0].getShape()).isEqualTo(new Shape(4, 3));
      assertThat(views[1].getShape()).isEqualTo(new Shape(2, 2, 2));
      assertThat(views[1].toFloatArray()[0]).isEqualTo(values[12]);
      PtNDArray[] other =
          Layout.cut(ops, flat, List.of(new long[] {2, 6}, new long[] {8}, new long[] {7}));
      assertThat(other[0].getShape()).isEqualTo(new Shape(2, 6));
      assertThat(ops.calls()).as("few native calls").isLessThan(20);
    }
  }

  @Test
  void whatIsExportedIsReadBack() {
    float[] values = layout().initial(7);
    Weights weights = layout().export(values, Map.of());
    assertThat(weights.tensors().get("cube").shape()).containsExactly(2, 2, 2);
    assertThat(layout().values(weights)).isEqualTo(values);
  }

  @Test
  void weightsOfAnotherSizeAreRefusedByName() {
    Weights weights = layout().export(layout().initial(7), Map.of());
    weights.tensors().put("ones", Tensor.of(new float[4], 4));
    assertThatThrownBy(() -> layout().values(weights))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'ones' should have 5 values, not 4");
  }
}
