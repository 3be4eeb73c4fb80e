package io.aisle.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.run.Device;
import io.aisle.domain.run.RunContext;
import io.aisle.ml.model.HistoryBlock;
import io.aisle.ml.model.Weights;
import java.util.Arrays;

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

  /** No NaN and no infinity. */
  static void finite(float[] values) {
    for (float value : values) {
      assertThat(value).isFinite();
    }
  }
}
