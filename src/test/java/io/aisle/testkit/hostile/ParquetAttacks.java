package io.aisle.testkit.hostile;

import static io.aisle.testkit.hostile.HostileFile.bytes;

import io.aisle.testkit.FirstRatings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Parquet files with something changed. */
final class ParquetAttacks {
  private ParquetAttacks() {}

  static List<HostileFile> all() {
    byte[] good = good();
    int size = good.length;
    int footer = ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getInt(size - 8);
    return List.of(
        bytes("cut.parquet", Arrays.copyOf(good, size / 2), "without its end"),
        bytes("head.parquet", ascii("PAR1"), "without its end"),
        bytes("heads.parquet", ascii("PAR1PAR1PAR1"), "which cannot be"),
        bytes("long-footer.parquet", withFooter(good, Integer.MAX_VALUE), "which cannot be"),
        bytes("negative-footer.parquet", withFooter(good, -5), "which cannot be"),
        bytes("short-footer.parquet", withFooter(good, footer / 2), "damaged Parquet file"),
        bytes("noisy-footer.parquet", noise(good, size - 8 - footer, footer), "damaged Parquet"),
        bytes("noisy-pages.parquet", noise(good, 4, 300), "damaged Parquet file"),
        bytes("secret.parquet", ending(good, "PARE"), "encrypted Parquet file"));
  }

  private static byte[] good() {
    try {
      Path folder = Files.createTempDirectory("parquet");
      Path file = FirstRatings.write(FirstRatings.Writing.PARQUET, folder, 200);
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      Files.delete(folder);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] withFooter(byte[] good, int length) {
    byte[] changed = good.clone();
    ByteBuffer.wrap(changed).order(ByteOrder.LITTLE_ENDIAN).putInt(changed.length - 8, length);
    return changed;
  }

  private static byte[] ending(byte[] good, String magic) {
    byte[] changed = good.clone();
    System.arraycopy(ascii(magic), 0, changed, changed.length - 4, 4);
    return changed;
  }

  private static byte[] noise(byte[] good, int from, int length) {
    byte[] noise = new byte[length];
    new Random(3).nextBytes(noise);
    byte[] changed = good.clone();
    System.arraycopy(noise, 0, changed, from, length);
    return changed;
  }
}
