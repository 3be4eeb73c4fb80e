package io.aisle.ui.dataset;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.FileLook;
import io.aisle.core.dataset.MappingGuess;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.FileForm;
import io.aisle.domain.experiment.EntityFile;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** The file of items beside the events of an import. FX thread only. */
final class ItemsLook {
  private final DatasetService service;
  private final Texts texts;
  private final Slot<Found<FileLook>> looking;
  private final ReadOnlyObjectWrapper<List<String>> headers =
      new ReadOnlyObjectWrapper<>(List.of());

  ItemsLook(DatasetService service, Background background, Texts texts) {
    this.service = service;
    this.texts = texts;
    this.looking = background.slot(texts.of("data.job.guess"));
  }

  /**
   * Looks at a file with one row for each item.
   *
   * @param then receives the roles of its columns as they are guessed
   * @param wrong receives the sentence when it cannot be read
   */
  void look(Path file, Consumer<EntityFile> then, Consumer<String> wrong) {
    looking.read(
        control -> Found.of(() -> service.look(file, FileForm.GUESS)),
        found ->
            found.give(
                look -> {
                  headers.set(
                      look.guess().columns().stream().map(MappingGuess.Column::header).toList());
                  then.accept(guess(look));
                },
                sentence -> wrong.accept(texts.sentence(sentence))));
  }

  private static EntityFile guess(FileLook found) {
    MappingGuess guess = found.guess();
    String first = guess.columns().getFirst().header();
    return new EntityFile(
        found.file(),
        column(guess, ColumnRole.ITEM).orElse(first),
        column(guess, ColumnRole.TITLE),
        column(guess, ColumnRole.CATEGORY));
  }

  private static Optional<String> column(MappingGuess guess, ColumnRole role) {
    return Optional.ofNullable(guess.mapping().columns().get(role));
  }

  /** A file that was found beside the events has these columns. */
  void beside(List<String> columns) {
    headers.set(columns);
  }

  void clear() {
    looking.clear();
    headers.set(List.of());
  }

  /** The columns of the file; empty when there is none. */
  ReadOnlyObjectProperty<List<String>> headersProperty() {
    return headers.getReadOnlyProperty();
  }
}
