package io.aisle.core.training;

import io.aisle.domain.data.Catalogue;
import io.aisle.domain.data.EventKind;
import io.aisle.ml.data.Interactions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Events of other kinds as a table {@code user item kind part} and, where times are known, {@code
 * time}; the part is {@code train} or {@code valid} as in {@link Behaviours}. There is no file
 * where there is no event.
 */
final class BehaviourFile {
  private static final String TRAIN = "train";
  private static final String VALID = "valid";

  private BehaviourFile() {}

  static void write(Path file, Behaviours behaviours, Catalogue catalogue) {
    if (behaviours.size() == 0) {
      return;
    }
    boolean times = behaviours.train().hasTimes() && behaviours.valid().hasTimes();
    List<String> header = new ArrayList<>(List.of("user", "item", "kind", "part"));
    if (times) {
      header.add("time");
    }
    TsvWriter.write(
        file,
        header,
        sink -> {
          write(sink, behaviours.train(), TRAIN, times, catalogue);
          write(sink, behaviours.valid(), VALID, times, catalogue);
        });
  }

  private static void write(
      TsvWriter.Sink sink, Interactions part, String name, boolean times, Catalogue catalogue) {
    String[] row = new String[times ? 5 : 4];
    row[3] = name;
    for (int u = 0; u < part.users(); u++) {
      row[0] = catalogue.users().get(u);
      for (int at = part.offsets()[u]; at < part.offsets()[u + 1]; at++) {
        row[1] = catalogue.items().get(part.item()[at]);
        row[2] = EventKind.values()[(int) part.value()[at]].id();
        if (times) {
          row[4] = Long.toString(part.time()[at]);
        }
        sink.row(row);
      }
    }
  }

  /**
   * @param users index of each user
   * @param items index of each item
   */
  static Behaviours read(Path file, Map<String, Integer> users, Map<String, Integer> items) {
    if (!Files.exists(file)) {
      return Behaviours.none(users.size(), items.size());
    }
    try (TsvReader in = TsvReader.open(file)) {
      int user = in.require("user");
      int item = in.require("item");
      int kind = in.require("kind");
      int part = in.require("part");
      int time = in.column("time");
      InteractionRows train = new InteractionRows(time >= 0);
      InteractionRows valid = new InteractionRows(time >= 0);
      while (in.next()) {
        (in.id(part).equals(TRAIN) ? train : valid)
            .add(
                in.place(user, users),
                in.place(item, items),
                kind(in, kind),
                time < 0 ? 0 : (long) in.number(time));
      }
      return new Behaviours(
          train.matrix(users.size(), items.size(), time >= 0),
          valid.matrix(users.size(), items.size(), time >= 0));
    }
  }

  private static int kind(TsvReader in, int column) {
    try {
      return EventKind.valueOf(in.id(column).toUpperCase(Locale.ROOT)).ordinal();
    } catch (IllegalArgumentException e) {
      throw in.fault(column, "'%s' is no kind".formatted(in.shortened(column)));
    }
  }
}
