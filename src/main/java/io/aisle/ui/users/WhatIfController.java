package io.aisle.ui.users;

import io.aisle.domain.settings.Scenarios.Scenario;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** What if the history or the moment were another: edits that every list follows. */
public final class WhatIfController {
  /** How much more or less a history item can be made to count. */
  private static final List<Double> FACTORS = List.of(0.5, 2.0, 5.0, 0.0);

  private final WhatIfViewModel model;
  private final ItemFinderViewModel adding;
  private final ChartTools tools;

  @FXML private ListView<EditedRow> history;
  @FXML private TextField addItem;
  @FXML private Button remove;
  @FXML private Button newer;
  @FXML private Button older;
  @FXML private MenuButton weigh;
  @FXML private MenuButton moment;
  @FXML private Button undo;
  @FXML private Button reset;
  @FXML private ComboBox<Scenario> scenario;
  @FXML private TextField scenarioName;
  @FXML private Button keep;
  @FXML private Button compare;
  @FXML private Label status;

  public WhatIfController(WhatIfViewModel model, ItemFinderViewModel adding, ChartTools tools) {
    this.model = model;
    this.adding = adding;
    this.tools = tools;
  }

  @FXML
  private void initialize() {
    Texts texts = tools.texts();
    history.setItems(model.history());
    history.setCellFactory(unused -> new WhatIfCell(texts, tools.numbers()));
    history.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    ItemOffers.under(addItem, adding, model::add);
    var none = history.getSelectionModel().selectedIndexProperty().lessThan(0);
    for (ButtonBase each : List.of(remove, newer, older, weigh)) {
      each.disableProperty().bind(none);
    }
    weigh.getItems().setAll(FACTORS.stream().map(this::factor).toList());
    new MomentMenu(moment, model, texts);
    undo.disableProperty().bind(Bindings.isEmpty(model.edits()));
    reset.disableProperty().bind(Bindings.isEmpty(model.edits()));
    status.textProperty().bind(model.statusProperty());
    scenarios();
  }

  private void scenarios() {
    scenario.setItems(model.scenarios());
    scenario.setConverter(new Words<>(each -> each == null ? "" : each.name()));
    scenario
        .valueProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                model.open(chosen);
              }
            });
    compare.disableProperty().bind(scenario.valueProperty().isNull());
    keep.disableProperty()
        .bind(Bindings.isEmpty(model.edits()).or(scenarioName.textProperty().isEmpty()));
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.DELETE || event.getCode() == KeyCode.BACK_SPACE) {
      remove();
      event.consume();
    } else if (event.isAltDown() && event.getCode() == KeyCode.UP) {
      newer();
      event.consume();
    } else if (event.isAltDown() && event.getCode() == KeyCode.DOWN) {
      older();
      event.consume();
    } else if (event.isShortcutDown() && event.getCode() == KeyCode.Z) {
      undo();
      event.consume();
    }
  }

  private MenuItem factor(double factor) {
    MenuItem item = new MenuItem(tools.texts().of("whatif.times", tools.numbers().free(factor)));
    item.setOnAction(
        event -> {
          if (row() >= 0) {
            model.weigh(row(), factor);
          }
        });
    return item;
  }

  private int row() {
    return history.getSelectionModel().getSelectedIndex();
  }

  @FXML
  private void remove() {
    if (row() >= 0) {
      model.remove(row());
    }
  }

  @FXML
  private void newer() {
    if (row() >= 0) {
      model.move(row(), -1);
    }
  }

  @FXML
  private void older() {
    if (row() >= 0) {
      model.move(row(), 1);
    }
  }

  @FXML
  private void undo() {
    model.undo();
  }

  @FXML
  private void reset() {
    scenario.setValue(null);
    model.reset();
  }

  @FXML
  private void keep() {
    model.keep(scenarioName.getText());
    scenarioName.clear();
  }

  @FXML
  private void compare() {
    model.compareWith(scenario.getValue());
  }
}
