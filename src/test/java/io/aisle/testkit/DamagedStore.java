package io.aisle.testkit;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingReader;
import io.aisle.store.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;

/** A workspace with three versions, and ways to spoil the file of its store. */
public final class DamagedStore {
  public static final int BLOCK = 4096;

  /** Events of the three versions: of "shop", of "shop" again, and of "films". */
  public static final int[] EVENTS = {1_800, 2_400, 900};

  private DamagedStore() {}

  /** Makes the workspace. */
  public static void write(Path folder) {
    try {
      Path mapping =
          Files.writeString(
              folder.resolve("mapping.yaml"),
              """
              columns: {user: who, item: what, time: when, price: price}
              items: {file: items.tsv, id: id, title: name}
              kind: purchase
              """);
      StringBuilder items = new StringBuilder("id\tname\n");
      for (int i = 0; i < 400; i++) {
        items.append("item-%d\tThe thing of number %d%n".formatted(i, i));
      }
      Files.writeString(folder.resolve("items.tsv"), items);
      try (Database database = Database.open(folder.resolve("store"))) {
        DatasetService service = new DatasetService(database, folder.resolve("snapshots"));
        for (int i = 0; i < EVENTS.length; i++) {
          Path file = Files.writeString(folder.resolve(i + ".csv"), events(EVENTS[i], i));
          service.importFiles(
              ImportPlan.of(
                  i < 2 ? "shop" : "films", List.of(file), MappingReader.readFile(mapping)),
              new TestControl());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String events(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    StringBuilder text = new StringBuilder("who,what,when,price\n");
    for (int i = 0; i < count; i++) {
      text.append(
          "user-%d-of-%d,item-%d,%d,%.2f%n"
              .formatted(
                  random.nextInt(500),
                  seed,
                  random.nextInt(400),
                  1_600_000_000L + i,
                  random.nextDouble() * 50));
    }
    return text.toString();
  }

  public static Path file(Path folder) {
    return folder.resolve("store").resolve("aisle.mv.db");
  }

  /** A copy of the store of a workspace, in another folder. */
  public static Path copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.resolve("store"));
    return Files.copy(file(from), file(to));
  }

  /** Overwrites blocks with zeros. */
  public static void zero(Path file, long block, int count) throws IOException {
    write(file, block * BLOCK, new byte[count * BLOCK]);
  }

  /** Overwrites as many bytes with rubbish. */
  public static void spoil(Path file, long position, int count, long seed) throws IOException {
    byte[] rubbish = new byte[count];
    new SplittableRandom(seed).nextBytes(rubbish);
    write(file, position, rubbish);
  }

  private static void write(Path file, long position, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(bytes), position);
    }
  }

  /** Overwrites what stands around a text, wherever a page with it is. */
  public static void spoil(Path file, String text) throws IOException {
    spoil(file, text, 20);
  }

  /** As the other, from as many bytes before the text on. */
  public static void spoil(Path file, String text, int before) throws IOException {
    String all = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    for (int at = all.indexOf(text); at >= 0; at = all.indexOf(text, at + 1)) {
      spoil(file, at - (long) before, before + 40, at);
    }
  }

  /** Cuts the end off. */
  public static void truncate(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }
}
