package io.aisle.core.training;

import io.aisle.domain.data.Catalogue;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SplitData;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of {@link RunData} in a run folder's {@code data/}: the dictionaries {@code users.tsv}
 * (user) and {@code items.tsv} (item, title, category), whose order fixes the dense indices, and
 * {@code train.tsv.gz}, {@code valid.tsv.gz}, {@code test.tsv.gz} in the format of a given split,
 * so that anyone can run it again from the folder alone; and the files of {@link SideData}.
 */
final class RunDataFiles {
  private static final List<String> PARTS = List.of("train", "valid", "test");

  private RunDataFiles() {}

  /** Writes the files into an existing folder. */
  static void write(RunData data, Path folder) {
    Catalogue catalogue = data.catalogue();
    SplitData split = data.split();
    TsvWriter.write(
        folder.resolve("users.tsv"),
        List.of("user"),
        sink -> catalogue.users().forEach(user -> sink.row(user)));
    TsvWriter.write(
        folder.resolve("items.tsv"),
        List.of("item", "title", "category"),
        sink -> {
          for (int i = 0; i < catalogue.items().size(); i++) {
            sink.row(
                catalogue.items().get(i), catalogue.titles().get(i), catalogue.categories().get(i));
          }
        });
    List<Interactions> parts = List.of(split.train(), split.valid(), split.test());
    for (int p = 0; p < parts.size(); p++) {
      writePart(folder.resolve(PARTS.get(p) + ".tsv.gz"), parts.get(p), catalogue);
    }
    data.side().write(folder, catalogue);
  }

  private static void writePart(Path file, Interactions part, Catalogue catalogue) {
    boolean times = part.hasTimes() && part.size() > 0;
    TsvWriter.write(
        file,
        times ? List.of("user", "item", "value", "time") : List.of("user", "item", "value"),
        sink -> {
          String[] row = new String[times ? 4 : 3];
          for (int u = 0; u < part.users(); u++) {
            row[0] = catalogue.users().get(u);
            for (int at = part.offsets()[u]; at < part.offsets()[u + 1]; at++) {
              row[1] = catalogue.items().get(part.item()[at]);
              row[2] = Float.toString(part.value()[at]);
              if (times) {
                row[3] = Long.toString(part.time()[at]);
              }
              sink.row(row);
            }
          }
        });
  }

  static RunData read(Path folder) {
    Map<String, Integer> users = new HashMap<>();
    try (TsvReader in = TsvReader.open(folder.resolve("users.tsv"))) {
      int user = in.require("user");
      while (in.next()) {
        users.put(in.id(user), users.size());
      }
    }
    Map<String, Integer> items = new HashMap<>();
    List<String> itemIds = new ArrayList<>();
    List<String> titles = new ArrayList<>();
    List<String> categories = new ArrayList<>();
    try (TsvReader in = TsvReader.open(folder.resolve("items.tsv"))) {
      int item = in.require("item");
      int title = in.require("title");
      int category = in.require("category");
      while (in.next()) {
        itemIds.add(in.id(item));
        items.put(in.id(item), items.size());
        titles.add(in.field(title));
        categories.add(in.field(category));
      }
    }
    String[] userIds = new String[users.size()];
    users.forEach((id, index) -> userIds[index] = id);
    GivenFile reader = new GivenFile(new Dictionary(users, false), new Dictionary(items, false));
    SplitData split =
        GivenFile.matrices(
            reader.read(folder.resolve("train.tsv.gz")),
            reader.read(folder.resolve("valid.tsv.gz")),
            reader.read(folder.resolve("test.tsv.gz")),
            users.size(),
            items.size());
    return new RunData(
        new Catalogue(
            List.of(userIds), List.copyOf(itemIds), List.copyOf(titles), List.copyOf(categories)),
        split,
        SideData.read(folder, users, items));
  }
}
