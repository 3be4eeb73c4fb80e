package io.aisle.ui.dataset;

import io.aisle.core.dataset.Beside;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.DescribedFiles;
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
import javafx.beans.value.ObservableValue;

/**
 * The files of an import. Of files that are chosen together those with events are imported, one
 * with items names them, and what is neither is left out; where there are no events, it is told
 * what the files describe. FX thread only.
 */
final class ChosenFiles {
  private final DatasetService service;
  private final Slot<Found<FileSorting>> sorting;
  private final ReadOnlyObjectWrapper<List<Path>> files = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<Path>> left = new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<DescribedFiles> described = new ReadOnlyObjectWrapper<>();
  private final ObservableValue<Boolean> describing = described.isNotNull();
  private Beside beside = Beside.NONE;
  private String name = "";

  ChosenFiles(DatasetService service, Background background, Texts texts) {
    this.service = service;
    this.sorting = background.slot(texts.of("data.job.guess"));
  }

  /**
   * @param then receives the file of items, if there is one; not called where there are no events
   *     and it is known what there is instead
   * @param wrong receives the sentence when the files do not go together
   */
  void choose(List<Path> chosen, Consumer<Optional<Path>> then, Consumer<String> wrong) {
    files.set(List.copyOf(chosen));
    beside = Beside.NONE;
    name = name(chosen.getFirst());
    sorting.read(
        control -> Found.of(() -> service.sort(chosen)),
        found -> found.give(sorted -> take(sorted, then), wrong));
  }

  private void take(FileSorting sorted, Consumer<Optional<Path>> then) {
    files.set(sorted.events());
    if (sorted.described().isPresent()) {
      left.set(sorted.described().get().left());
      described.set(sorted.described().get());
      return;
    }
    left.set(sorted.left());
    beside = sorted.beside();
    then.accept(sorted.items().stream().findFirst());
  }

  /** A file's name without what tells its format. */
  private static String name(Path file) {
    String whole = String.valueOf(file.getFileName());
    return whole.indexOf('.') > 0 ? whole.substring(0, whole.indexOf('.')) : whole;
  }

  /** The files hold events all the same. */
  void takeAsEvents() {
    left.set(List.of());
    described.set(null);
  }

  void clear() {
    sorting.clear();
    files.set(List.of());
    left.set(List.of());
    described.set(null);
    beside = Beside.NONE;
  }

  /** What was found among the others. */
  Beside beside() {
    return beside;
  }

  /** What a data set of them may be called: as the first that was chosen, which may be a folder. */
  String name() {
    return name;
  }

  /** Those with events, else all; empty when nothing is chosen. */
  ReadOnlyObjectProperty<List<Path>> filesProperty() {
    return files.getReadOnlyProperty();
  }

  /** Those that are left out. */
  ReadOnlyObjectProperty<List<Path>> leftProperty() {
    return left.getReadOnlyProperty();
  }

  /** Whether they hold no events, and it is known what they say. */
  ObservableValue<Boolean> describingProperty() {
    return describing;
  }

  /** What they say where they hold no events; null when they do, or nobody knows. */
  ReadOnlyObjectProperty<DescribedFiles> describedProperty() {
    return described.getReadOnlyProperty();
  }
}
