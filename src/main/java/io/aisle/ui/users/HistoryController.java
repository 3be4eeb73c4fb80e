package io.aisle.ui.users;

import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.TablePins;
import io.aisle.ui.chart.Timeline;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** What the user did, as a timeline or as a table, newest first. */
public final class HistoryController {
  private static final PseudoClass HELD_OUT = PseudoClass.getPseudoClass("held-out");

  private final ProfileViewModel model;
  private final CardPopup cards;
  private final ChartTools tools;

  @FXML private ChartFrame frame;
  @FXML private Timeline timeline;
  @FXML private TableView<HistoryRow> history;
  @FXML private TableColumn<HistoryRow, String> place;
  @FXML private TableColumn<HistoryRow, String> time;
  @FXML private TableColumn<HistoryRow, String> name;
  @FXML private TableColumn<HistoryRow, String> item;
  @FXML private TableColumn<HistoryRow, String> category;
  @FXML private TableColumn<HistoryRow, String> kind;
  @FXML private TableColumn<HistoryRow, String> quantity;
  @FXML private TableColumn<HistoryRow, String> price;
  @FXML private TableColumn<HistoryRow, String> value;

  public HistoryController(ProfileViewModel model, CardPopup cards, ChartTools tools) {
    this.model = model;
    this.cards = cards;
    this.tools = tools;
  }

  @FXML
  private void initialize() {
    Texts texts = tools.texts();
    frame.equip(tools);
    frame.pinnable(model::origin);
    frame.titleProperty().bind(model.titleProperty());
    frame.subtitleProperty().bind(model.factsProperty());
    frame.subtitleIsData();
    Segments<Boolean> views = views(texts);
    Label source = new Label();
    source.getStyleClass().add("subtle");
    source.textProperty().bind(model.sourceProperty().map(words -> words.isEmpty() ? "" : "ⓘ"));
    Tooltip why = new Tooltip();
    why.textProperty().bind(model.sourceProperty());
    source.setTooltip(why);
    frame.setTools(source, views);
    var table = model.asTableProperty().or(model.timedProperty().not());
    history.visibleProperty().bind(table);
    timeline.visibleProperty().bind(table.not());
    timeline.setEmptyText(texts.of("history.wait"));
    model.marksProperty().subscribe(marks -> draw());
    timeline.chosenProperty().subscribe((before, now) -> model.choose(now));
    columns(texts, tools.numbers());
  }

  private Segments<Boolean> views(Texts texts) {
    SimpleObjectProperty<Boolean> shown = new SimpleObjectProperty<>(false);
    shown.subscribe((before, now) -> model.asTableProperty().set(now));
    Segments<Boolean> views =
        new Segments<>(
            "historyView",
            FXCollections.observableArrayList(false, true),
            shown,
            asTable -> texts.of(asTable ? "history.as.table" : "history.as.timeline"));
    views.disableProperty().bind(model.timedProperty().not());
    return views;
  }

  private void draw() {
    timeline.chosenProperty().set(null);
    timeline.marksProperty().set(List.of()); // what follows would draw the old marks anew
    timeline.setValueTitle(model.valueTitle());
    timeline.setLog(model.log());
    timeline.kindsProperty().set(model.kinds());
    timeline.marksProperty().set(model.marksProperty().get());
  }

  private void columns(Texts texts, Numbers numbers) {
    Cells.number(place, row -> numbers.count(row.place()));
    Cells.text(time, row -> numbers.time(row.time()));
    Cells.text(name, HistoryRow::name);
    Cells.text(item, HistoryRow::item);
    Cells.text(category, HistoryRow::category);
    Cells.text(
        kind,
        row ->
            row.heldOut()
                ? texts.of("history.held.out")
                : row.kind() == null ? "" : texts.of("kind." + row.kind().id()));
    Cells.number(quantity, row -> numbers.free(row.quantity()));
    Cells.number(price, row -> numbers.money(row.price()));
    Cells.number(value, row -> numbers.free(row.value()));
    history.setItems(model.rows());
    history.setPlaceholder(new Label(texts.of("history.wait")));
    history.setRowFactory(
        table -> {
          TableRow<HistoryRow> row = new TableRow<>();
          row.itemProperty()
              .subscribe(
                  shown -> row.pseudoClassStateChanged(HELD_OUT, shown != null && shown.heldOut()));
          return row;
        });
    history
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe((before, now) -> model.choose(now));
    Tables.equip(history, texts, tools.gate(model::origin));
    TablePins.equip(history, tools, model::origin);
    ItemOpener.equip(history, HistoryRow::item, cards::show);
    history
        .accessibleTextProperty()
        .bind(Bindings.concat(model.titleProperty(), " ", model.factsProperty()));
  }
}
