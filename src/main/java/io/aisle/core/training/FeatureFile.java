package io.aisle.core.training;

import io.aisle.ml.data.Feature;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Features as a table {@code entity feature value}, by feature, value and entity, so that the
 * values keep their numbers. There is no file where there is no feature.
 */
final class FeatureFile {
  private FeatureFile() {}

  /**
   * @param ids external ids by index
   */
  static void write(Path file, List<Feature> features, List<String> ids) {
    if (features.isEmpty()) {
      return;
    }
    TsvWriter.write(
        file,
        List.of("entity", "feature", "value"),
        sink -> features.forEach(feature -> write(sink, feature, ids)));
  }

  private static void write(TsvWriter.Sink sink, Feature feature, List<String> ids) {
    List<IntArrayList> holders = new ArrayList<>();
    feature.values().forEach(_ -> holders.add(new IntArrayList()));
    for (int e = 0; e < feature.entities(); e++) {
      for (int at = feature.offsets()[e]; at < feature.offsets()[e + 1]; at++) {
        holders.get(feature.value()[at]).add(e);
      }
    }
    String name = TsvWriter.oneLine(feature.name());
    for (int v = 1; v < holders.size(); v++) {
      String value = TsvWriter.oneLine(feature.values().get(v));
      holders.get(v).forEach(e -> sink.row(ids.get(e), name, value));
    }
  }

  /**
   * @param places index of each external id
   */
  static List<Feature> read(Path file, Map<String, Integer> places) {
    if (!Files.exists(file)) {
      return List.of();
    }
    Map<String, Read> features = new LinkedHashMap<>();
    try (TsvReader in = TsvReader.open(file)) {
      int entity = in.require("entity");
      int feature = in.require("feature");
      int value = in.require("value");
      while (in.next()) {
        features
            .computeIfAbsent(in.id(feature), Read::new)
            .add(in.place(entity, places), in.id(value));
      }
    }
    return features.values().stream().map(read -> read.feature(places.size())).toList();
  }

  /** One feature as it is read. */
  private static final class Read {
    private final String name;
    private final Map<String, Integer> numbers = new LinkedHashMap<>(Map.of("", 0));
    private final IntArrayList entity = new IntArrayList();
    private final IntArrayList value = new IntArrayList();

    Read(String name) {
      this.name = name;
    }

    void add(int place, String text) {
      entity.add(place);
      value.add((int) numbers.computeIfAbsent(text, _ -> numbers.size()));
    }

    Feature feature(int entities) {
      int[] offsets = new int[entities + 1];
      entity.forEach(e -> offsets[e + 1]++);
      for (int e = 0; e < entities; e++) {
        offsets[e + 1] += offsets[e];
      }
      int[] next = offsets.clone();
      int[] sorted = new int[value.size()];
      // the rows stand by value, so each entity's numbers ascend
      for (int row = 0; row < sorted.length; row++) {
        sorted[next[entity.getInt(row)]++] = value.getInt(row);
      }
      return new Feature(name, List.copyOf(numbers.keySet()), offsets, sorted);
    }
  }
}
