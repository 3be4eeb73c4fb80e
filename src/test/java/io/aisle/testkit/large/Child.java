package io.aisle.testkit.large;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Processes of this program's class path. */
final class Child {
  private Child() {}

  /** Starts a main class in a process of its own that writes where this one writes. */
  static Process java(String heap, String main, String... arguments) throws IOException {
    return command(heap, main, arguments).inheritIO().start();
  }

  static ProcessBuilder command(String heap, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElseThrow());
    command.add(heap);
    String options = System.getProperty("aisle.child", "");
    if (!options.isEmpty()) {
      command.addAll(List.of(options.split(" ", -1)));
    }
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Daisle.home=" + System.getProperty("aisle.home"),
            "-cp",
            System.getProperty("java.class.path"),
            main));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command);
  }

  /** The largest resident size of this process so far, as the system writes it. */
  static String residentPeak() {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return "?";
    }
    try {
      return Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM"))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("?");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
