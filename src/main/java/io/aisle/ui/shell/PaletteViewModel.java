package io.aisle.ui.shell;

import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the palette finds for what was typed. Actions, screens, data sets and runs are there at
 * once; users and items follow from the background. FX thread only.
 */
public final class PaletteViewModel {
  private static final int MOST_OF_A_KIND = 8;

  private final PaletteSources sources;
  private final Slot<List<Ranking.Hit<PaletteEntry>>> slot;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ObservableList<PaletteEntry> found = FXCollections.observableArrayList();

  public PaletteViewModel(PaletteSources sources, Background background, Texts texts) {
    this.sources = sources;
    this.slot = background.slot(texts.of("palette.job"));
    typed.subscribe((before, now) -> search());
  }

  /** Begins anew, with what was used lately. */
  void open() {
    if (typed.get().isEmpty()) {
      search();
    } else {
      typed.set("");
    }
  }

  private void search() {
    slot.clear();
    Fuzzy query = new Fuzzy(typed.get());
    if (query.isEmpty()) {
      found.setAll(sources.atHand());
      return;
    }
    List<Ranking.Hit<PaletteEntry>> hits = new ArrayList<>();
    for (List<PaletteEntry> kind : sources.known()) {
      hits.addAll(
          Ranking.best(kind, query, PaletteEntry::title, PaletteEntry::detail, MOST_OF_A_KIND));
    }
    found.setAll(Ranking.grouped(hits));
    sources
        .lookUp(query)
        .ifPresent(
            work ->
                slot.read(
                    work,
                    more -> {
                      hits.addAll(more);
                      List<PaletteEntry> all = Ranking.grouped(hits);
                      if (!all.equals(found)) {
                        found.setAll(all);
                      }
                    }));
  }

  public StringProperty typedProperty() {
    return typed;
  }

  /** Entries of one kind stand together. */
  ObservableList<PaletteEntry> found() {
    return found;
  }

  /** Whether users and items are still being looked up. */
  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }
}
