package io.aisle.core.problem;

import io.aisle.domain.OperationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The end of the logs of a workspace, for a report. */
final class LogTail {
  private LogTail() {}

  /** The program's own, newest first. */
  static List<Path> ofProgram(Path folder) {
    return named(folder, "aisle-.*\\.log");
  }

  /** The workers', newest first. */
  static List<Path> ofWorkers(Path folder) {
    return named(folder, "worker-.*\\.log");
  }

  private static List<Path> named(Path folder, String pattern) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().matches(pattern))
          .sorted(Comparator.reverseOrder())
          .toList();
    } catch (IOException e) {
      throw failure(folder, e);
    }
  }

  /** The end of the files together, whole lines, oldest first; at most so many bytes. */
  static String tail(List<Path> newestFirst, int most) {
    StringBuilder text = new StringBuilder();
    int left = most;
    for (Path file : newestFirst) {
      if (left <= 0) {
        break;
      }
      String end = tail(file, left);
      left -= end.length();
      text.insert(0, end);
    }
    return text.toString();
  }

  private static String tail(Path file, int most) {
    try (SeekableByteChannel channel = Files.newByteChannel(file)) {
      long from = Math.max(0, channel.size() - most);
      channel.position(from);
      ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - from));
      while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
        continue;
      }
      String text = StandardCharsets.UTF_8.decode(bytes.flip()).toString();
      return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  private static OperationException failure(Path file, IOException cause) {
    return new OperationException(
        "The log %s cannot be read; check its permissions.".formatted(file), cause);
  }
}
