package io.aisle.ml.neural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.domain.InputException;
import io.aisle.domain.run.Device;
import io.aisle.testkit.Beside;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Beside
class DevicesTest {
  private static final Device CPU = new Device(Device.Kind.CPU, 0, "a CPU", 8_000);
  private static final Device FIRST = new Device(Device.Kind.CUDA, 0, "a GPU", 16_000);
  private static final Device SECOND = new Device(Device.Kind.CUDA, 1, "a GPU", 16_000);
  private static final List<Device> WITH_GPUS = List.of(CPU, FIRST, SECOND);

  @Test
  void autoTakesTheFirstGpuWhereThereIsOne() {
    assertThat(Devices.choose("auto", WITH_GPUS).device()).isEqualTo(FIRST);
    assertThat(Devices.choose("auto", WITH_GPUS).note()).isEmpty();
  }

  @Test
  void autoTakesTheCpuWithoutAWordWhereThereIsNoGpu() {
    DeviceChoice choice = Devices.choose("auto", List.of(CPU));
    assertThat(choice.device()).isEqualTo(CPU);
    assertThat(choice.note()).isEmpty();
  }

  @Test
  void aNamedDeviceIsTaken() {
    assertThat(Devices.choose("cpu", WITH_GPUS).device()).isEqualTo(CPU);
    assertThat(Devices.choose("cuda", WITH_GPUS).device()).isEqualTo(FIRST);
    assertThat(Devices.choose("cuda:1", WITH_GPUS).device()).isEqualTo(SECOND);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cuda", "cuda:0", "cuda:7"})
  void aMissingGpuFallsBackToTheCpuAndSaysSo(String wanted) {
    DeviceChoice choice = Devices.choose(wanted, List.of(CPU));
    assertThat(choice.device()).isEqualTo(CPU);
    assertThat(choice.note()).hasValueSatisfying(note -> assertThat(note).contains(wanted, "cpu"));
  }

  @Test
  void aGpuNumberThatDoesNotExistFallsBackThoughOtherGpusAreThere() {
    DeviceChoice choice = Devices.choose("cuda:7", WITH_GPUS);
    assertThat(choice.device()).isEqualTo(CPU);
    assertThat(choice.note().orElseThrow()).contains("cuda:7", "cuda:0", "cuda:1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "gpu", "cpu:1", "auto:0", "cuda:", "cuda:x", "CUDA"})
  void anyOtherWordIsBadInput(String wanted) {
    assertThatThrownBy(() -> Devices.choose(wanted, WITH_GPUS))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'" + wanted + "'")
        .hasMessageContaining("auto");
  }

  @Test
  void thisMachineHasACpuWithANameAndMemory() {
    Device cpu = Devices.list().getFirst();
    assertThat(cpu.id()).isEqualTo("cpu");
    assertThat(cpu.name()).isNotBlank();
    assertThat(cpu.memoryMb()).isPositive();
  }
}
