package io.aisle.ui.dataset;

import io.aisle.domain.experiment.EntityFile;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;

/** Which columns of an item file hold id, title and category. FX thread only. */
final class ItemColumns {
  private final ImportViewModel model;
  private final Node box;
  private final ChoiceBox<String> id;
  private final ChoiceBox<Optional<String>> title;
  private final ChoiceBox<Optional<String>> category;
  private boolean following;

  ItemColumns(
      ImportViewModel model,
      Node box,
      ChoiceBox<String> id,
      ChoiceBox<Optional<String>> title,
      ChoiceBox<Optional<String>> category,
      Texts texts) {
    this.model = model;
    this.box = box;
    this.id = id;
    this.title = title;
    this.category = category;
    for (ChoiceBox<Optional<String>> each : List.of(title, category)) {
      each.setConverter(new Words<>(name -> name.orElse(texts.of("role.none"))));
    }
    id.valueProperty()
        .subscribe(
            (before, now) ->
                edit(file -> new EntityFile(file.file(), now, file.title(), file.category()), now));
    title
        .valueProperty()
        .subscribe(
            (before, now) ->
                edit(file -> new EntityFile(file.file(), file.id(), now, file.category()), now));
    category
        .valueProperty()
        .subscribe(
            (before, now) ->
                edit(file -> new EntityFile(file.file(), file.id(), file.title(), now), now));
    model.itemHeadersProperty().subscribe(this::columns);
  }

  private void edit(UnaryOperator<EntityFile> change, Object chosen) {
    if (!following && chosen != null) {
      model.change(state -> state.withItems(state.items().map(change)));
    }
  }

  private void columns(List<String> headers) {
    List<Optional<String>> optional = new ArrayList<>();
    optional.add(Optional.empty());
    headers.forEach(each -> optional.add(Optional.of(each)));
    following = true;
    id.getItems().setAll(headers);
    title.getItems().setAll(optional);
    category.getItems().setAll(optional);
    following = false;
  }

  void show(ImportState state) {
    box.setVisible(state.items().isPresent());
    box.setManaged(state.items().isPresent());
    following = true;
    state
        .items()
        .ifPresent(
            file -> {
              id.setValue(file.id());
              title.setValue(file.title());
              category.setValue(file.category());
            });
    following = false;
  }
}
