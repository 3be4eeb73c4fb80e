package io.aisle.ui.items;

import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.TablePins;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.InfoButton;
import io.aisle.ui.common.Late;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.OfferField;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Screen;
import io.aisle.ui.common.Selections;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** The Items screen: on the left one item and what is near to it, the map beside it. */
public final class ItemsController {
  private final ItemsViewModel model;
  private final Navigator navigator;
  private final ChartTools tools;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private Region waiting;
  @FXML private Region empty;
  @FXML private Region content;
  @FXML private ProgressIndicator busy;
  @FXML private ChoiceBox<RunItem> run;
  @FXML private ChoiceBox<Optional<RunItem>> rival;
  @FXML private Button info;
  @FXML private TextField finder;
  @FXML private Label name;
  @FXML private Label facts;
  @FXML private TableView<ItemRow> nearest;
  @FXML private TableColumn<ItemRow, String> near;
  @FXML private TableColumn<ItemRow, String> title;
  @FXML private TableColumn<ItemRow, String> category;
  @FXML private TableColumn<ItemRow, String> price;
  @FXML private TableColumn<ItemRow, String> users;
  @FXML private TableColumn<ItemRow, String> also;

  public ItemsController(ItemsViewModel model, Navigator navigator, ChartTools tools) {
    this.model = model;
    this.navigator = navigator;
    this.tools = tools;
    this.texts = tools.texts();
    this.numbers = tools.numbers();
  }

  @FXML
  private void initialize() {
    content.visibleProperty().bind(model.runProperty().isNotNull());
    waiting.visibleProperty().bind(content.visibleProperty().or(model.listedProperty()).not());
    empty.visibleProperty().bind(content.visibleProperty().not().and(model.listedProperty()));
    busy.visibleProperty().bind(Late.of(model.busyProperty()));
    InfoButton.equip(info, texts.of("items.info"), texts.of("items.info.text"));
    choice(run, "items.choose.run");
    run.setItems(model.runs());
    run.setConverter(new Words<>(RunItem::name));
    Selections.bind(run.getSelectionModel(), model.runProperty());
    choice(rival, "items.choose.against");
    rival.setItems(model.rivals());
    rival.setConverter(
        new Words<>(
            each ->
                each.map(other -> texts.of("items.against", other.name()))
                    .orElse(texts.of("items.alone"))));
    Selections.bind(rival.getSelectionModel(), model.rivalProperty());
    new OfferField<>(
        finder, model.finder().typedProperty(), model.finder().found(), model::label, model::open);
    model.itemProperty().subscribe(this::describe);
    table();
  }

  private void choice(ChoiceBox<?> box, String key) {
    box.setAccessibleText(texts.of(key));
    box.setTooltip(new Tooltip(texts.of(key)));
  }

  private void describe(Integer place) {
    name.setText(place == null ? "" : model.label(place));
    facts.setText(place == null ? "" : model.facts(place));
  }

  private void table() {
    Cells.number(near, row -> numbers.metric(row.near()));
    Cells.text(title, ItemRow::name);
    Cells.text(category, ItemRow::category);
    Cells.number(price, row -> numbers.money(row.price()));
    Cells.number(users, row -> numbers.count(row.users()));
    Cells.text(also, row -> texts.of(row.also() ? "items.also.yes" : "items.also.no"));
    also.visibleProperty().bind(model.rivalProperty().map(Optional::isPresent));
    price.visibleProperty().bind(model.priced());
    category.visibleProperty().bind(model.categorised());
    near.textProperty().bind(model.headingProperty());
    Label nothing = new Label();
    nothing.setWrapText(true);
    nothing.textProperty().bind(model.nothingProperty());
    nearest.setPlaceholder(nothing);
    nearest.setItems(model.nearest());
    nearest
        .accessibleTextProperty()
        .bind(name.textProperty().map(each -> texts.of("items.nearest", each)));
    ItemTables.open(
        nearest,
        model,
        open -> Tables.equip(nearest, texts, tools.gate(model::origin), open),
        texts,
        had());
    TablePins.equip(nearest, tools, model::origin);
  }

  private MenuItem had() {
    MenuItem had = new MenuItem(texts.of("items.had"));
    had.setOnAction(
        event -> {
          ItemRow row = nearest.getSelectionModel().getSelectedItem();
          if (row != null) {
            navigator.go(new Place.OfItem(row.item()));
          }
        });
    return had;
  }

  @FXML
  private void goTraining() {
    navigator.go(new Place.OfScreen(Screen.TRAIN));
  }
}
