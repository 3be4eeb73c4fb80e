package io.aisle.core.device;

import io.aisle.domain.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A folder with a PyTorch library that was built for CUDA: the {@code lib} folder of the libtorch
 * archive or of the Python package {@code torch}.
 *
 * @param libraries the folder that the libraries lie in
 * @param version such as {@code 2.7.1}
 * @param flavour such as {@code cu128}
 */
public record GpuPack(Path libraries, String version, String flavour) {
  private static final Pattern BUILD = Pattern.compile("(\\d+\\.\\d+\\.\\d+)\\+(cu\\d+)");
  private static final Pattern UNPACKED = Pattern.compile("(\\d+\\.\\d+\\.\\d+)-.*?(cu\\d+).*");
  private static final List<String> NEEDED =
      List.of("torch", "torch_cpu", "torch_cuda", "c10", "c10_cuda");

  /**
   * Looks into a folder.
   *
   * @param folder the one with the libraries, or the one above its {@code lib}
   * @return the pack that workers can be given
   * @throws InputException when a library is missing or the version is another than this program's
   */
  public static GpuPack of(Path folder) {
    Path libraries = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(libraries)) {
      throw new InputException(folder + " is no folder; choose the one with the PyTorch library.");
    }
    if (!has(libraries, "torch") && has(libraries.resolve("lib"), "torch")) {
      libraries = libraries.resolve("lib");
    }
    for (String name : NEEDED) {
      if (!has(libraries, name)) {
        throw new InputException(
            "%s has no %s; choose the lib folder of PyTorch %s for CUDA."
                .formatted(libraries, System.mapLibraryName(name), bridgeVersion()));
      }
    }
    return versioned(libraries);
  }

  private static boolean has(Path folder, String library) {
    return Files.isRegularFile(folder.resolve(System.mapLibraryName(library)));
  }

  private static GpuPack versioned(Path libraries) {
    String wanted = bridgeVersion();
    Matcher said =
        stated(libraries)
            .orElseThrow(
                () ->
                    new InputException(
                        "%s does not say which PyTorch it is (no build-version or version.py beside it); take an unchanged libtorch %s."
                            .formatted(libraries, wanted)));
    GpuPack pack = new GpuPack(libraries, said.group(1), said.group(2));
    if (!pack.version.equals(wanted)) {
      throw new InputException(
          "%s is PyTorch %s, but this Aisle works with PyTorch %s; choose that version."
              .formatted(libraries, pack.version, wanted));
    }
    if (!hasBridge(pack.flavour)) {
      throw new InputException(
          "%s was built for %s, for which this Aisle has no bridge; choose PyTorch %s for CUDA 12.8 (cu128)."
              .formatted(libraries, pack.flavour, wanted));
    }
    return pack;
  }

  /** What the folder, or a file that PyTorch puts beside its libraries, says of the build. */
  private static Optional<Matcher> stated(Path libraries) {
    for (Path at : new Path[] {libraries, libraries.getParent()}) {
      for (String name : new String[] {"build-version", "version.py"}) {
        Optional<Matcher> found = find(at.resolve(name));
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.of(UNPACKED.matcher(libraries.getFileName().toString()))
        .filter(Matcher::matches);
  }

  private static Optional<Matcher> find(Path file) {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(BUILD.matcher(Files.readString(file))).filter(Matcher::find);
    } catch (IOException e) {
      throw new InputException(file + " cannot be read; check its permissions.", e);
    }
  }

  /** The PyTorch that the bundled bridge was built for. */
  public static String bridgeVersion() {
    Properties bridge = new Properties();
    try (InputStream in = GpuPack.class.getResourceAsStream("/jnilib/pytorch.properties")) {
      if (in != null) {
        bridge.load(in);
      }
    } catch (IOException e) {
      throw new InputException("The program's PyTorch bridge cannot be read; install it again.", e);
    }
    return bridge.getProperty("jni_version", "").replaceFirst("-.*", "");
  }

  private static boolean hasBridge(String flavour) {
    String path = "/jnilib/%s/%s/%s".formatted(platform(), flavour, bridgeFile());
    return GpuPack.class.getResource(path) != null;
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String processor = System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x86_64";
    String name = system.startsWith("windows") ? "win" : system.startsWith("mac") ? "osx" : "linux";
    return name + "-" + processor;
  }

  private static String bridgeFile() {
    return System.mapLibraryName("djl_torch");
  }

  /** What a worker's environment must say, so that its engine takes this library and its bridge. */
  public Map<String, String> environment() {
    return Map.of("PYTORCH_LIBRARY_PATH", libraries.toString(), "PYTORCH_FLAVOR", flavour);
  }

  /**
   * What workers are given for a setting.
   *
   * @param folder as chosen; blank: none
   * @return empty when none is chosen
   * @throws InputException as {@link #of}: a worker must not run on the CPU in silence instead
   */
  public static Map<String, String> environmentOf(String folder) {
    return folder.isBlank() ? Map.of() : of(Path.of(folder)).environment();
  }
}
