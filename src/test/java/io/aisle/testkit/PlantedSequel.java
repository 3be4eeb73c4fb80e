package io.aisle.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A small given split in which B always comes after A: users walk through items at random; those
 * who meet A, one of the last four of their history, end with B, all others with an item at random.
 */
public final class PlantedSequel {
  public static final String A = "A";
  public static final String B = "B";
  public static final int USERS = 500;

  /** From here on the last item is not in the training part. */
  private static final int HELD_OUT = 400;

  private static final int ITEMS = 24;

  private PlantedSequel() {}

  /** Writes train.tsv, valid.tsv and test.tsv. */
  public static void write(Path folder) {
    SplittableRandom random = new SplittableRandom(5);
    List<String> train = new ArrayList<>(List.of("user\titem\ttime"));
    List<String> valid = new ArrayList<>(List.of("user\titem\ttime"));
    List<String> test = new ArrayList<>(List.of("user\titem\ttime"));
    for (int u = 0; u < USERS; u++) {
      List<String> walk = walk(u, random);
      for (int at = 0; at < walk.size(); at++) {
        String row = user(u) + "\t" + walk.get(at) + "\t" + (1_300_000_000L + 86_400L * at + u);
        boolean last = at == walk.size() - 1 && u >= HELD_OUT;
        (last ? (u % 2 == 0 ? test : valid) : train).add(row);
      }
    }
    write(folder.resolve("train.tsv"), train);
    write(folder.resolve("valid.tsv"), valid);
    write(folder.resolve("test.tsv"), test);
  }

  /** Whether a user meets A. */
  public static boolean meets(int user) {
    return user % 4 < 2;
  }

  public static String user(int index) {
    return "u" + index;
  }

  private static List<String> walk(int user, SplittableRandom random) {
    List<String> pool = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      pool.add("item" + i);
    }
    List<String> walk = new ArrayList<>();
    int length = 6 + random.nextInt(3);
    while (walk.size() < length) {
      walk.add(pool.remove(random.nextInt(pool.size())));
    }
    if (meets(user)) {
      walk.set(walk.size() - 1 - random.nextInt(4), A);
    }
    walk.add(meets(user) ? B : pool.get(random.nextInt(pool.size())));
    return walk;
  }

  private static void write(Path file, List<String> lines) {
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
