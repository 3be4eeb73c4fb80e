package io.aisle.testkit;

import io.aisle.core.training.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A shop in which every third user buys something that nobody had, a lamp, on a Sunday, long after
 * the last visit: no model of what others bought has anything for them.
 */
public final class OddShop {
  public static final int USERS = 240;

  /** Users with a habit of their own. */
  public static final int ODD = USERS / 3;

  private static final long MONDAY = 1_700_438_400; // 2023-11-20
  private static final long DAY = 86_400;

  private OddShop() {}

  /** Writes a given split and items into a folder. */
  public static void write(Path folder) {
    List<String> train = new ArrayList<>(List.of("user\titem\ttime"));
    List<String> test = new ArrayList<>(train);
    List<String> items = new ArrayList<>(List.of("id,category"));
    for (int item = 0; item < 40; item++) {
      items.add("i%d,%s".formatted(item, item < 30 ? "toys" : "lamps"));
    }
    for (int user = 0; user < USERS; user++) {
      int length = 2 + user % 5;
      for (int at = 0; at < length; at++) {
        train.add("u%d\ti%d\t%d".formatted(user, 6 + (user + 7 * at) % 24, MONDAY + 60 * at));
      }
      boolean odd = user % 3 == 0;
      int item = odd ? 30 + user % 10 : 6 + (user + 3) % 24;
      test.add("u%d\ti%d\t%d".formatted(user, item, MONDAY + (odd ? 13 : 1) * DAY));
    }
    try {
      Files.write(folder.resolve("train.tsv"), train);
      Files.write(folder.resolve("valid.tsv"), List.of("user\titem\ttime"));
      Files.write(folder.resolve("test.tsv"), test);
      Files.write(folder.resolve("items.csv"), items);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Trains a model on what was written. */
  public static RunFolder train(Path folder, String kind, Path out) {
    return LocalRuns.train(
        folder,
        """
        split: {kind: given, train: train.tsv, valid: valid.tsv, test: test.tsv}
        dataset: {items: {file: items.csv, id: id, category: category}}
        model: {kind: %s}
        training: {threads: 1}
        """
            .formatted(kind),
        out);
  }
}
