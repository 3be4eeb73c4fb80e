package io.aisle.ml.neural;

import io.aisle.domain.InputException;
import io.aisle.domain.run.Device;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What this machine can train on, and the choice among it. */
public final class Devices {
  private static final Pattern WANTED = Pattern.compile("(auto|cpu|cuda)(?::(\\d{1,3}))?");

  private Devices() {}

  /**
   * The CPU first, then the GPUs that the loaded libtorch can use. Loads the native library only
   * when the system has a GPU.
   */
  public static List<Device> list() {
    return DeviceProbe.devices();
  }

  /**
   * Settles a device.
   *
   * @param wanted {@code auto} (the first GPU, else the CPU), {@code cpu}, {@code cuda} or {@code
   *     cuda:1}
   * @return the device, with a note when a GPU was asked for that is not there; then it is the CPU
   * @throws InputException when {@code wanted} is none of these
   */
  public static DeviceChoice choose(String wanted) {
    return choose(wanted, list());
  }

  static DeviceChoice choose(String wanted, List<Device> present) {
    Matcher matcher = WANTED.matcher(wanted);
    if (!matcher.matches() || (matcher.group(2) != null && !matcher.group(1).equals("cuda"))) {
      throw new InputException(
          "device is '%s', but it must be auto, cpu, cuda or cuda:<number>".formatted(wanted));
    }
    Device cpu =
        present.stream().filter(device -> device.kind() == Device.Kind.CPU).findFirst().get();
    Optional<Device> gpu =
        present.stream()
            .filter(device -> device.kind() == Device.Kind.CUDA)
            .filter(device -> matcher.group(2) == null || device.id().equals(wanted))
            .findFirst();
    return switch (matcher.group(1)) {
      case "cpu" -> new DeviceChoice(cpu, Optional.empty());
      case "auto" -> new DeviceChoice(gpu.orElse(cpu), Optional.empty());
      default ->
          gpu.map(device -> new DeviceChoice(device, Optional.empty()))
              .orElseGet(() -> new DeviceChoice(cpu, Optional.of(fallback(wanted, present))));
    };
  }

  private static String fallback(String wanted, List<Device> present) {
    return "device %s was asked for, but only %s can be used here: cpu is used instead"
        .formatted(wanted, present.stream().map(Device::id).collect(Collectors.joining(", ")));
  }

  /** The engine's word for a device. */
  static ai.djl.Device toEngine(Device device) {
    return device.kind() == Device.Kind.CPU
        ? ai.djl.Device.cpu()
        : ai.djl.Device.gpu(device.index());
  }
}
