package io.aisle.ml.neural;

import ai.djl.engine.StandardCapabilities;
import ai.djl.util.cuda.CudaUtils;
import com.sun.management.OperatingSystemMXBean;
import io.aisle.domain.run.Device;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Asks the system for its processors. */
final class DeviceProbe {
  private static final long MIB = 1 << 20;
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  private DeviceProbe() {}

  static List<Device> devices() {
    List<Device> devices = new ArrayList<>();
    devices.add(cpu());
    int gpus = CudaUtils.hasCuda() ? CudaUtils.getGpuCount() : 0;
    if (gpus > 0 && NativeSetup.engine().hasCapability(StandardCapabilities.CUDA)) {
      for (int index = 0; index < gpus; index++) {
        devices.add(gpu(index));
      }
    }
    return devices;
  }

  private static Device cpu() {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    String name = "%s, %d threads".formatted(cpuName(), Runtime.getRuntime().availableProcessors());
    return new Device(Device.Kind.CPU, 0, name, system.getTotalMemorySize() / MIB);
  }

  private static Device gpu(int index) {
    long memory = CudaUtils.getGpuMemory(ai.djl.Device.gpu(index)).getMax() / MIB;
    String name =
        "CUDA GPU %d, compute capability %s"
            .formatted(index, CudaUtils.getComputeCapability(index));
    return new Device(Device.Kind.CUDA, index, name, memory);
  }

  /** The model name where the system tells it, else the architecture. */
  private static String cpuName() {
    if (Files.isReadable(CPU_INFO)) {
      try (Stream<String> lines = Files.lines(CPU_INFO, StandardCharsets.UTF_8)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse(System.getProperty("os.arch"));
      } catch (IOException e) {
        return System.getProperty("os.arch");
      }
    }
    return System.getProperty("os.arch");
  }
}
