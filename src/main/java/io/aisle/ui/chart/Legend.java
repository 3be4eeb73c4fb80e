package io.aisle.ui.chart;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The series of a chart by name and colour, and which of them are hidden. New data keeps what was
 * hidden. FX thread only.
 */
final class Legend {
  /** A series as the data names it. */
  record Key(String name, int colour) {}

  private final ObservableList<LegendEntry> entries = FXCollections.observableArrayList();
  private final Runnable toggled;

  /**
   * @param toggled called when a series was shown or hidden
   */
  Legend(Runnable toggled) {
    this.toggled = toggled;
  }

  ObservableList<LegendEntry> entries() {
    return entries;
  }

  /** Names the series anew; equal ones are one entry, those without a name have none. */
  void name(List<Key> keys) {
    SequencedSet<Key> wanted = new LinkedHashSet<>(keys);
    wanted.removeIf(key -> key.name().isEmpty());
    if (wanted.equals(known())) {
      return;
    }
    List<LegendEntry> next = new ArrayList<>();
    for (Key key : wanted) {
      next.add(find(key).orElseGet(() -> make(key)));
    }
    entries.setAll(next);
  }

  boolean shows(String name, int colour) {
    return find(new Key(name, colour)).map(entry -> entry.visible().get()).orElse(true);
  }

  private LegendEntry make(Key key) {
    LegendEntry entry = new LegendEntry(key.name(), key.colour());
    entry.visible().addListener((property, was, is) -> toggled.run());
    return entry;
  }

  private SequencedSet<Key> known() {
    SequencedSet<Key> known = new LinkedHashSet<>();
    entries.forEach(entry -> known.add(new Key(entry.name(), entry.colour())));
    return known;
  }

  private Optional<LegendEntry> find(Key key) {
    return entries.stream()
        .filter(entry -> entry.name().equals(key.name()) && entry.colour() == key.colour())
        .findFirst();
  }
}
