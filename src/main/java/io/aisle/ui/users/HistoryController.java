package io.aisle.ui.users;

import io.aisle.ui.common.Cells;
import io.aisle.ui.common.Numbers;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** What the user did so far, newest first. */
public final class HistoryController {
  private final ListsViewModel model;
  private final Numbers numbers;

  @FXML private Label title;
  @FXML private TableView<HistoryRow> history;
  @FXML private TableColumn<HistoryRow, String> place;
  @FXML private TableColumn<HistoryRow, String> name;
  @FXML private TableColumn<HistoryRow, String> time;

  public HistoryController(ListsViewModel model, Numbers numbers) {
    this.model = model;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    title.textProperty().bind(model.titleProperty());
    history.setItems(model.history());
    Cells.number(place, row -> numbers.count(row.place()));
    Cells.text(name, HistoryRow::name);
    Cells.text(time, row -> numbers.time(row.time()));
  }
}
