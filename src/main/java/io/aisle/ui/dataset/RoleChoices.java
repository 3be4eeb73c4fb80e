package io.aisle.ui.dataset;

import io.aisle.domain.data.ColumnRole;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;

/** The choosers of the columns' roles, kept in step with the state. FX thread only. */
final class RoleChoices {
  private final ImportViewModel model;
  private final Texts texts;
  private final Map<String, ChoiceBox<Optional<ColumnRole>>> boxes = new HashMap<>();
  private boolean following;

  RoleChoices(ImportViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  private Optional<ColumnRole> role(String header) {
    ImportState state = model.stateProperty().get();
    return state == null ? Optional.empty() : Optional.ofNullable(state.roles().get(header));
  }

  private String word(Optional<ColumnRole> role) {
    return role.map(known -> texts.word("role.", known.id())).orElse(texts.of("role.none"));
  }

  String words(ColumnChoice choice) {
    return word(role(choice.header()));
  }

  Node chooser(ColumnChoice choice) {
    List<Optional<ColumnRole>> roles = new ArrayList<>();
    roles.add(Optional.empty());
    for (ColumnRole each : ColumnRole.values()) {
      roles.add(Optional.of(each));
    }
    ChoiceBox<Optional<ColumnRole>> box = new ChoiceBox<>();
    box.getItems().setAll(roles);
    box.setConverter(new Words<>(this::word));
    box.setValue(role(choice.header()));
    box.valueProperty()
        .subscribe(
            (before, now) -> {
              if (!following) {
                model.change(state -> state.withRole(choice.header(), now));
              }
            });
    box.setId("role-" + choice.header());
    box.setAccessibleText(texts.of("import.role.of", choice.header()));
    box.setMaxWidth(Double.MAX_VALUE);
    boxes.put(choice.header(), box);
    return box;
  }

  void show(ImportState state) {
    following = true;
    boxes.forEach((header, box) -> box.setValue(Optional.ofNullable(state.roles().get(header))));
    following = false;
  }
}
