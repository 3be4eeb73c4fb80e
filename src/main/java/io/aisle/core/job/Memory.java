package io.aisle.core.job;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Memory of this process, native memory included, MiB. Linux tells it exactly; elsewhere the heap
 * that the JVM holds stands in for it, a lower bound.
 *
 * @param residentMb now
 * @param peakMb at its highest since the process started
 */
public record Memory(long residentMb, long peakMb) {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int MIB = 1 << 20;

  /** Of this process, now. */
  public static Memory ofThisProcess() {
    try {
      if (Files.isReadable(STATUS)) {
        List<String> lines = Files.readAllLines(STATUS);
        return new Memory(kib(lines, "VmRSS:") / 1024, kib(lines, "VmHWM:") / 1024);
      }
    } catch (IOException e) {
      return ofHeap(); // the file went away: no Linux of the usual kind
    }
    return ofHeap();
  }

  /**
   * Memory that this process and the workers that it has started hold now, MiB. Where the system
   * does not tell it of other processes, what their owner knows of them stands in.
   *
   * @param workersPeakMb what the workers have said of themselves
   */
  public static long ofFamilyMb(long workersPeakMb) {
    long own = ofThisProcess().residentMb();
    if (!Files.isReadable(STATUS)) {
      return own + workersPeakMb;
    }
    return own
        + ProcessHandle.current().descendants().mapToLong(each -> residentMb(each.pid())).sum();
  }

  private static long residentMb(long pid) {
    try {
      return kib(Files.readAllLines(Path.of("/proc/" + pid + "/status")), "VmRSS:") / 1024;
    } catch (IOException e) {
      return 0; // it has ended in the meantime
    }
  }

  private static long kib(List<String> lines, String key) {
    return lines.stream()
        .filter(line -> line.startsWith(key))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
        .findFirst()
        .orElse(0);
  }

  private static Memory ofHeap() {
    long held = Runtime.getRuntime().totalMemory() / MIB;
    return new Memory(held, held);
  }

  /** Physical memory of this machine, or of the container it runs in. */
  public static long ofMachineMb() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize()
        / MIB;
  }
}
