package io.aisle.ui.items;

import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.PointCloud;
import io.aisle.ui.chart.TablePins;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.LicenceQuestion;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Selections;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.BitSet;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The map of the items with the list under it. */
public final class MapController {
  private final ItemsViewModel items;
  private final MapViewModel model;
  private final ListedViewModel listed;
  private final ChartTools tools;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private ChartFrame frame;
  @FXML private PointCloud chart;
  @FXML private Region waiting;
  @FXML private Label drawing;
  @FXML private Button cancel;
  @FXML private ChoiceBox<ListedViewModel.Source> source;
  @FXML private Label sentence;
  @FXML private Button save;
  @FXML private TableView<ItemRow> rows;
  @FXML private TableColumn<ItemRow, String> title;
  @FXML private TableColumn<ItemRow, String> category;
  @FXML private TableColumn<ItemRow, String> price;
  @FXML private TableColumn<ItemRow, String> users;
  @FXML private TableColumn<ItemRow, String> overlap;
  @FXML private TableColumn<ItemRow, String> shift;

  public MapController(
      ItemsViewModel items, MapViewModel model, ListedViewModel listed, ChartTools tools) {
    this.items = items;
    this.model = model;
    this.listed = listed;
    this.tools = tools;
    this.texts = tools.texts();
    this.numbers = tools.numbers();
  }

  @FXML
  private void initialize() {
    frame.equip(tools);
    frame.pinnable(model::origin);
    frame.subtitleProperty().bind(model.subtitleProperty());
    chart.cloudProperty().bind(model.cloudProperty());
    chart.marksProperty().bind(model.marksProperty());
    chart.selectionProperty().bindBidirectional(model.selectionProperty());
    chart.factsProperty().set(model::facts);
    chart.emptyTextProperty().bind(model.nothingProperty());
    chart
        .openedProperty()
        .subscribe(
            point -> {
              if (point != null) {
                model.open(point);
              }
            });
    waiting.visibleProperty().bind(model.busyProperty());
    chart.visibleProperty().bind(model.busyProperty().not());
    drawing.textProperty().bind(model.nothingProperty());
    cancel.setOnAction(event -> model.cancel());
    frame.setTools(projection(), colouring(), lasso(), inSight(), none());
    list();
  }

  private ChoiceBox<Drawing> projection() {
    ChoiceBox<Drawing> box = new ChoiceBox<>();
    box.setId("mapProjection");
    box.setPrefWidth(96);
    box.getItems().setAll(Drawing.values());
    box.setConverter(new Words<>(each -> texts.of("items.projection." + each)));
    tip(box, "items.projection");
    Selections.bind(box.getSelectionModel(), model.projectionProperty());
    return box;
  }

  private ChoiceBox<Colouring> colouring() {
    ChoiceBox<Colouring> box = new ChoiceBox<>(model.colourings());
    box.setId("mapColour");
    box.setMinWidth(134);
    box.setConverter(new Words<>(each -> texts.of("items.colour." + each)));
    tip(box, "items.colour");
    Selections.bind(box.getSelectionModel(), model.colouringProperty());
    return box;
  }

  private void tip(ChoiceBox<?> box, String key) {
    box.setAccessibleText(texts.of(key));
    box.setTooltip(new Tooltip(texts.of(key)));
  }

  private ToggleButton lasso() {
    ToggleButton button = new ToggleButton(texts.of("items.lasso"));
    button.setId("mapLasso");
    button.getStyleClass().add("chip");
    button.setTooltip(new Tooltip(texts.of("items.lasso.tip")));
    button.selectedProperty().bindBidirectional(chart.lassoProperty());
    return button;
  }

  private Button inSight() {
    Button button = new Button(texts.of("items.select.sight"));
    button.setId("mapSelectInSight");
    button.getStyleClass().add("chip");
    button.setTooltip(new Tooltip(texts.of("items.select.sight.tip")));
    button.disableProperty().bind(chart.emptyProperty());
    button.setOnAction(event -> chart.selectInSight());
    return button;
  }

  private Button none() {
    Button button = new Button(texts.of("items.select.none"));
    button.setId("mapSelectNone");
    button.getStyleClass().add("chip");
    button.disableProperty().bind(model.selectionProperty().map(BitSet::isEmpty));
    button.setOnAction(event -> model.selectionProperty().set(new BitSet()));
    return button;
  }

  private void list() {
    source.getItems().setAll(ListedViewModel.Source.values());
    source.setConverter(new Words<>(each -> texts.of("items.source." + each)));
    tip(source, "items.source");
    Selections.bind(source.getSelectionModel(), listed.sourceProperty());
    sentence.textProperty().bind(listed.sentenceProperty());
    save.disableProperty().bind(Bindings.isEmpty(listed.rows()));
    Cells.text(title, ItemRow::name);
    Cells.text(category, ItemRow::category);
    Cells.number(price, row -> numbers.money(row.price()));
    Cells.number(users, row -> numbers.count(row.users()));
    Cells.number(overlap, row -> numbers.free(row.overlap()));
    Cells.number(shift, row -> numbers.free(row.shift()));
    price.visibleProperty().bind(items.priced());
    category.visibleProperty().bind(items.categorised());
    overlap.visibleProperty().bind(items.driftsProperty().map(Drifts::known));
    shift.visibleProperty().bind(items.driftsProperty().map(Drifts::shifted));
    Label nothing = new Label();
    nothing.setWrapText(true);
    nothing.textProperty().bind(listed.nothingProperty());
    rows.setPlaceholder(nothing);
    rows.setItems(listed.rows());
    rows.accessibleTextProperty()
        .bind(listed.sourceProperty().map(each -> texts.of("items.source." + each)).orElse(""));
    ItemTables.open(
        rows, items, open -> Tables.equip(rows, texts, tools.gate(model::origin), open), texts);
    TablePins.equip(rows, tools, model::origin);
  }

  @FXML
  private void save() {
    listed.whenAllowed(
        new LicenceQuestion(tools.dialogs(), texts),
        () ->
            tools
                .dialogs()
                .save(texts.of("items.save"), listed.proposedName())
                .ifPresent(listed::write));
  }
}
