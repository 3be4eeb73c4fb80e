package io.aisle.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Chooses how the toolkit draws. Where Linux has no graphics device, OpenGL would draw by the
 * processor too, and the toolkit refuses that; to find out, it loads 70 MB of libraries that stay
 * resident.
 */
final class Pipeline {
  private static final String ORDER = "prism.order";

  /** Of Linux's drivers, of NVIDIA's own, and of Linux inside Windows. */
  private static final List<Path> DEVICES =
      List.of(Path.of("/dev/dri"), Path.of("/dev/nvidiactl"), Path.of("/dev/dxg"));

  private Pipeline() {}

  /** To be called before the toolkit starts; what the user has chosen by the property stays. */
  static void choose() {
    if (System.getProperty(ORDER) == null
        && System.getProperty("os.name", "").startsWith("Linux")
        && DEVICES.stream().noneMatch(Files::exists)) {
      System.setProperty(ORDER, "sw");
    }
  }
}
