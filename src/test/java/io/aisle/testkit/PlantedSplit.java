package io.aisle.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * A small given split in which there is something to learn: users belong to groups, and a group
 * walks through its own items in a fixed order, with a little noise. Ids are texts with awkward
 * characters; the last two interactions of a user are validation and test.
 */
public final class PlantedSplit {
  public static final int USERS = 80;
  public static final int ITEMS = 40;
  private static final int GROUPS = 4;
  private static final int LENGTH = 9;

  private PlantedSplit() {}

  /** Writes train.tsv, valid.tsv, test.tsv and items.csv. */
  public static void write(Path folder) {
    write(folder, false);
  }

  /** The same with a rating of 3 to 5 for each interaction. */
  public static void writeRated(Path folder) {
    write(folder, true);
  }

  private static void write(Path folder, boolean rated) {
    SplittableRandom random = new SplittableRandom(7);
    List<String> train = new ArrayList<>();
    List<String> valid = new ArrayList<>();
    List<String> test = new ArrayList<>();
    int perGroup = ITEMS / GROUPS;
    for (int u = 0; u < USERS; u++) {
      int group = u % GROUPS;
      int start = random.nextInt(perGroup);
      for (int step = 0; step < LENGTH; step++) {
        int item = group * perGroup + (start + step) % perGroup;
        String row = user(u) + "\t" + item(item) + "\t" + (1_300_000_000L + 86_400L * step + u);
        row = rated ? row + "\t" + (3 + (u + item) % 3) : row;
        (step == LENGTH - 1 ? test : step == LENGTH - 2 ? valid : train).add(row);
      }
    }
    // the order of rows in a file must not matter
    Collections.shuffle(train, new Random(3));
    String header = rated ? "user\titem\ttime\tvalue" : "user\titem\ttime";
    lines(folder.resolve("train.tsv"), header, train);
    lines(folder.resolve("valid.tsv"), header, valid);
    lines(folder.resolve("test.tsv"), header, test);
    List<String> titles = new ArrayList<>();
    for (int i = 0; i < ITEMS; i++) {
      titles.add("\"" + item(i) + "\",\"Title, no. " + i + "\",shelf " + i / perGroup);
    }
    lines(folder.resolve("items.csv"), "id,name,shelf", titles);
  }

  public static String user(int index) {
    return "user \"" + index + "'";
  }

  public static String item(int index) {
    return "item<" + index + ">";
  }

  private static void lines(Path file, String header, List<String> rows) {
    List<String> all = new ArrayList<>(List.of(header));
    all.addAll(rows);
    try {
      Files.write(file, all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
