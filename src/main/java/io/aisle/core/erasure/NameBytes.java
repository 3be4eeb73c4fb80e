package io.aisle.core.erasure;

import io.aisle.core.training.Disk;
import io.aisle.domain.data.ErasedNames;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Finds a user's names in files of any kind, byte by byte, and writes stars over them in their
 * place: a log that a process writes to stays the file that it writes to.
 */
final class NameBytes {
  private static final int BLOCK = 1 << 20;

  private final List<byte[]> patterns;

  NameBytes(ErasedNames names) {
    this.patterns =
        names.telling().stream()
            .flatMap(
                name ->
                    Stream.of(
                        name.getBytes(StandardCharsets.UTF_8),
                        name.getBytes(StandardCharsets.UTF_16LE),
                        name.getBytes(StandardCharsets.UTF_16BE)))
            .toList();
  }

  boolean in(Path file) {
    return run(file, false) > 0;
  }

  /**
   * Writes stars over each name.
   *
   * @return how many there were
   */
  int erase(Path file) {
    return run(file, true);
  }

  private int run(Path file, boolean erase) {
    StandardOpenOption[] options =
        erase
            ? new StandardOpenOption[] {StandardOpenOption.READ, StandardOpenOption.WRITE}
            : new StandardOpenOption[] {StandardOpenOption.READ};
    int longest = patterns.stream().mapToInt(pattern -> pattern.length).max().orElse(0);
    int found = 0;
    try (FileChannel channel = FileChannel.open(file, options)) {
      byte[] block = new byte[BLOCK + 2 * longest];
      for (long at = 0; longest > 0 && at < channel.size(); at += BLOCK) {
        // with what stands before and behind, so that a name on the border is seen whole
        long from = Math.max(0, at - longest);
        int length = read(channel, from, block);
        for (byte[] pattern : patterns) {
          for (int i = 0; i + pattern.length <= length; i++) {
            if (matches(block, i, length, pattern)) {
              found++;
              if (!erase) {
                return found;
              }
              Arrays.fill(block, i, i + pattern.length, (byte) '*');
              write(channel, from + i, pattern.length);
            }
          }
        }
      }
      return found;
    } catch (IOException e) {
      throw Disk.failure(file, erase ? "written" : "read", e);
    }
  }

  private static int read(FileChannel channel, long from, byte[] block) throws IOException {
    ByteBuffer buffer = ByteBuffer.wrap(block);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        break;
      }
    }
    return buffer.position();
  }

  private static void write(FileChannel channel, long at, int length) throws IOException {
    byte[] stars = new byte[length];
    Arrays.fill(stars, (byte) '*');
    ByteBuffer buffer = ByteBuffer.wrap(stars);
    while (buffer.hasRemaining()) {
      int unused = channel.write(buffer, at + buffer.position());
    }
  }

  private static boolean matches(byte[] block, int at, int length, byte[] pattern) {
    if (block[at] != pattern[0]
        || !Arrays.equals(block, at, at + pattern.length, pattern, 0, pattern.length)) {
      return false;
    }
    int end = at + pattern.length;
    return (at == 0 || !word(block[at - 1])) && (end >= length || !word(block[end]));
  }

  private static boolean word(byte b) {
    return b >= '0' && b <= '9' || b >= 'A' && b <= 'Z' || b >= 'a' && b <= 'z';
  }
}
