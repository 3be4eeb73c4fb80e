package io.aisle.testkit.large;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Writes files in the shape of Retailrocket's item properties for load tests, {@code
 * timestamp,itemid,property,value}: 417,053 items, 1,104 hashed properties of which an item has up
 * to 50, one of 18 weeks for each row, the rows in no order. The real files are not among the
 * samples, so the lengths of values and the shares of properties are made up: it says nothing about
 * any shop, never learn from it.
 */
public final class LargeProperties {
  private static final int ITEMS = 417_053;
  private static final int NAMES = 1_104;
  private static final int OF_ITEM = 50;
  private static final int CATEGORIES = 1_242;
  private static final long FIRST = 1_431_226_800_000L;
  private static final long WEEK = 7L * 24 * 3_600_000;

  private final SplittableRandom random;
  private final StringBuilder line = new StringBuilder();

  private LargeProperties(long seed) {
    random = new SplittableRandom(seed);
  }

  /**
   * @param files each gets an equal part of the rows
   * @param rows in all files
   */
  public static void write(List<Path> files, long rows, long seed) {
    LargeProperties made = new LargeProperties(seed);
    files.forEach(file -> made.write(file, rows / files.size()));
  }

  private void write(Path file, long rows) {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.US_ASCII)) {
      out.write("timestamp,itemid,property,value\n");
      for (long i = 0; i < rows; i++) {
        line.setLength(0);
        append();
        out.append(line);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void append() {
    int item = random.nextInt(ITEMS);
    double draw = random.nextDouble();
    int place = (int) (draw * draw * OF_ITEM); // the first properties of an item change more often
    line.append(FIRST + random.nextInt(18) * WEEK).append(',').append(item).append(',');
    if (place == 0) {
      line.append("categoryid,").append(random.nextInt(CATEGORIES));
    } else if (place == 1) {
      line.append("available,").append(random.nextInt(2));
    } else {
      line.append(name(item, place)).append(',');
      int words = 1 + (random.nextInt(8) == 0 ? random.nextInt(20) : random.nextInt(2));
      for (int i = 0; i < words; i++) {
        line.append(i == 0 ? "" : " ");
        if (random.nextInt(4) == 0) {
          line.append('n').append(random.nextInt(1_000)).append(".000");
        } else {
          line.append(random.nextInt(1_300_000));
        }
      }
    }
    line.append('\n');
  }

  /** A property that an item has again and again; some are of most items, many are rare. */
  private static int name(int item, int place) {
    return place < 10
        ? place * 37
        : (int) ((item * 2_654_435_761L + place * 40_503L >>> 7) % NAMES);
  }
}
