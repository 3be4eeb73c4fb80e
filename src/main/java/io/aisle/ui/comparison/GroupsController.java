package io.aisle.ui.comparison;

import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.TablePins;
import io.aisle.ui.common.InfoButton;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.Selections;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** Groups of users or items beside each other. */
public final class GroupsController {
  private final GroupsViewModel model;
  private final ChartTools tools;

  @FXML private ChoiceBox<GroupChoice> grouping;
  @FXML private Button info;
  @FXML private TableView<List<String>> groups;

  public GroupsController(GroupsViewModel model, ChartTools tools) {
    this.model = model;
    this.tools = tools;
  }

  @FXML
  private void initialize() {
    Texts texts = tools.texts();
    grouping.setItems(model.groupings());
    grouping.setConverter(new Words<>(GroupChoice::words));
    grouping.setTooltip(new Tooltip(texts.of("groups.choose")));
    Selections.bind(grouping.getSelectionModel(), model.groupingProperty());
    InfoButton.equip(info, texts.of("groups.title"), texts.of("groups.info.text"));
    Tables.equip(groups, texts, RowGate.FREE);
    TablePins.equip(groups, tools, model::origin);
    groups.setTableMenuButtonVisible(false);
    Label nothing = new Label();
    groups.setPlaceholder(nothing);
    model.shownProperty().subscribe(shown -> show(shown, nothing));
    model.busyProperty().subscribe(busy -> say(nothing));
  }

  private void say(Label nothing) {
    nothing.setText(tools.texts().of(model.lacksValues() ? "groups.per.user" : "groups.wait"));
  }

  private void show(GroupTable shown, Label nothing) {
    say(nothing);
    GroupColumns.show(groups, shown);
  }
}
