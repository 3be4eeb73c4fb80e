package io.aisle.core.job;

import io.aisle.domain.OperationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds and reads the logs of a workspace. Every method blocks. Thread-safe. */
public final class LogFiles {
  /** Bytes of a file that are shown at most: its end, or what lies round a code. */
  private static final int SHOWN = 256 * 1024;

  private final Path folder;

  /**
   * @param folder of the program's log and of the workers' logs
   */
  public LogFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * A part of a log.
   *
   * @param file null when there is no log yet
   * @param text of the part, whole lines
   * @param cut whether the file has more before it
   */
  public record Part(Path file, String text, boolean cut) {}

  /** The end of the program's own log. */
  public Part program() {
    return newest("aisle-").map(file -> end(file)).orElse(new Part(null, "", false));
  }

  /** The end of a file; empty when it is not there yet. */
  public Part end(Path file) {
    if (!Files.exists(file)) {
      return new Part(file, "", false);
    }
    byte[] all = read(file);
    return part(file, all, all.length - SHOWN);
  }

  /**
   * The log that tells of a failure, round the newest place where it does.
   *
   * @param first files to look into before the program's own
   * @return the end of the program's log when none has the code
   */
  public Part about(String code, List<Path> first) {
    List<Path> files = new ArrayList<>(first.stream().filter(Files::exists).toList());
    files.addAll(all());
    for (Path file : files) {
      byte[] all = read(file);
      int at = new String(all, StandardCharsets.ISO_8859_1).lastIndexOf(code);
      if (at >= 0) {
        return part(file, all, Math.min(at - SHOWN / 8, all.length - SHOWN));
      }
    }
    return program();
  }

  private Optional<Path> newest(String prefix) {
    return all().stream()
        .filter(file -> file.getFileName().toString().startsWith(prefix))
        .findFirst();
  }

  /** Newest first. */
  private List<Path> all() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".log"))
          .sorted(Comparator.comparing(LogFiles::changed).reversed())
          .toList();
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  private static long changed(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      return 0; // it was rotated away in the meantime
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static OperationException failure(Path file, IOException cause) {
    return new OperationException(
        "The log %s cannot be read; check its permissions.".formatted(file), cause);
  }

  /** From a byte on, or from the first line after it, as much as is shown. */
  private static Part part(Path file, byte[] all, int from) {
    int start = Math.max(0, from);
    while (start > 0 && start < all.length && all[start - 1] != '\n') {
      start++;
    }
    int length = Math.min(SHOWN, all.length - start);
    return new Part(file, new String(all, start, length, StandardCharsets.UTF_8), start > 0);
  }
}
