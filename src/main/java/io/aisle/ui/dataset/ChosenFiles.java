package io.aisle.ui.dataset;

import io.aisle.core.dataset.Beside;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.FileSorting;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The files of an import. Of several files that are chosen together those with events are imported,
 * one with items names them, and what is neither is left out. FX thread only.
 */
final class ChosenFiles {
  private final DatasetService service;
  private final Slot<Found<FileSorting>> sorting;
  private final ReadOnlyObjectWrapper<List<Path>> files = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Path>> left = new ReadOnlyObjectWrapper<>(List.of());
  private Beside beside = Beside.NONE;

  ChosenFiles(DatasetService service, Background background, Texts texts) {
    this.service = service;
    this.sorting = background.slot(texts.of("data.job.guess"));
  }

  /**
   * @param then receives the file of items, if there is one
   * @param wrong receives the sentence when the files do not go together
   */
  void choose(List<Path> chosen, Consumer<Optional<Path>> then, Consumer<String> wrong) {
    files.set(List.copyOf(chosen));
    beside = Beside.NONE;
    if (chosen.size() == 1) {
      then.accept(Optional.empty());
      return;
    }
    sorting.read(
        control -> Found.of(() -> service.sort(chosen)),
        found ->
            found.give(
                sorted -> {
                  files.set(sorted.events());
                  left.set(sorted.left());
                  beside = sorted.beside();
                  then.accept(sorted.items().stream().findFirst());
                },
                wrong));
  }

  void clear() {
    sorting.clear();
    files.set(List.of());
    left.set(List.of());
    beside = Beside.NONE;
  }

  /** What was found among the others. */
  Beside beside() {
    return beside;
  }

  /** Those with events; empty when nothing is chosen. */
  ReadOnlyObjectProperty<List<Path>> filesProperty() {
    return files.getReadOnlyProperty();
  }

  /** Those that are left out. */
  ReadOnlyObjectProperty<List<Path>> leftProperty() {
    return left.getReadOnlyProperty();
  }
}
