package io.aisle.ui.common;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Where files go that are dropped on the window, or that it was started with. FX thread only. */
public final class FileDrops {
  private final Map<String, Consumer<Path>> takers = new LinkedHashMap<>();
  private final Consumer<List<Path>> rest;

  /**
   * @param rest takes files that nobody else does, all at once
   */
  public FileDrops(Consumer<List<Path>> rest) {
    this.rest = rest;
  }

  /**
   * Somebody takes the files of a kind, one by one.
   *
   * @param ending how their names end, such as {@code .aisle-run}
   */
  public void take(String ending, Consumer<Path> taker) {
    takers.put(ending.toLowerCase(Locale.ROOT), taker);
  }

  /** Hands files to those who take them. */
  public void drop(List<Path> files) {
    List<Path> left = new ArrayList<>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
      takers.entrySet().stream()
          .filter(taker -> name.endsWith(taker.getKey()))
          .findFirst()
          .ifPresentOrElse(taker -> taker.getValue().accept(file), () -> left.add(file));
    }
    if (!left.isEmpty()) {
      rest.accept(left);
    }
  }
}
