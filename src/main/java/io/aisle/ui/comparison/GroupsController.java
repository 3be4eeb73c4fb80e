package io.aisle.ui.comparison;

import io.aisle.core.comparison.Grouping;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.InfoButton;
import io.aisle.ui.common.Selections;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** Groups of users or items beside each other. */
public final class GroupsController {
  private static final double NAME_WIDTH = 190;
  private static final double SIZE_WIDTH = 84;
  private static final double RUN_WIDTH = 138;
  private static final int COLUMNS_THAT_FIT = 8;

  private final GroupsViewModel model;
  private final GroupWords words;
  private final Texts texts;

  @FXML private ChoiceBox<Grouping> grouping;
  @FXML private Button info;
  @FXML private TableView<List<String>> groups;

  public GroupsController(GroupsViewModel model, GroupWords words, Texts texts) {
    this.model = model;
    this.words = words;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    grouping.setItems(model.groupings());
    grouping.setConverter(new Words<>(words::of));
    grouping.setTooltip(new Tooltip(texts.of("groups.choose")));
    Selections.bind(grouping.getSelectionModel(), model.groupingProperty());
    InfoButton.equip(info, texts.of("groups.title"), texts.of("groups.info.text"));
    Tables.equip(groups, texts);
    groups.setTableMenuButtonVisible(false);
    Label nothing = new Label();
    groups.setPlaceholder(nothing);
    model.shownProperty().subscribe(shown -> show(shown, nothing));
    model.busyProperty().subscribe(busy -> say(nothing));
  }

  private void say(Label nothing) {
    nothing.setText(texts.of(model.lacksValues() ? "groups.per.user" : "groups.wait"));
  }

  private void show(GroupTable shown, Label nothing) {
    say(nothing);
    groups.getItems().clear();
    groups.getColumns().clear();
    groups.setColumnResizePolicy(
        shown.columns().size() <= COLUMNS_THAT_FIT
            ? TableView.CONSTRAINED_RESIZE_POLICY_SUBSEQUENT_COLUMNS
            : TableView.UNCONSTRAINED_RESIZE_POLICY);
    for (int at = 0; at < shown.columns().size(); at++) {
      int place = at;
      TableColumn<List<String>, String> column = new TableColumn<>(shown.columns().get(at));
      column.setSortable(false); // the last row is the gap
      column.setPrefWidth(at == 0 ? NAME_WIDTH : at == 1 ? SIZE_WIDTH : RUN_WIDTH);
      if (at == 0) {
        Cells.text(column, row -> row.get(place));
      } else {
        Cells.number(column, row -> row.get(place));
      }
      groups.getColumns().add(column);
    }
    groups.getItems().setAll(shown.rows());
  }
}
