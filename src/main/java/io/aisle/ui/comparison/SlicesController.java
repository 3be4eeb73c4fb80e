package io.aisle.ui.comparison;

import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.TablePins;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.InfoButton;
import io.aisle.ui.common.Late;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Selections;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** The slices of users for whom a run is weak; a click or Enter opens their users. */
public final class SlicesController {
  private static final List<Integer> SIZES =
      List.of(SlicesViewModel.AUTOMATIC, 20, 50, 100, 200, 500, 1000);
  private static final double NUMBER = 62;

  private final SlicesViewModel model;
  private final Navigator navigator;
  private final ChartTools tools;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private Label title;
  @FXML private Label subtitle;
  @FXML private ProgressIndicator busy;
  @FXML private ChoiceBox<String> attribute;
  @FXML private ChoiceBox<RunItem> run;
  @FXML private ChoiceBox<Optional<RunItem>> rival;
  @FXML private ChoiceBox<Integer> least;
  @FXML private Button info;
  @FXML private TableView<SliceRow> slices;
  @FXML private TableColumn<SliceRow, String> name;
  @FXML private TableColumn<SliceRow, String> size;
  @FXML private TableColumn<SliceRow, String> mean;
  @FXML private TableColumn<SliceRow, String> against;
  @FXML private TableColumn<SliceRow, String> interval;
  @FXML private TableColumn<SliceRow, SliceRow> difference;
  @FXML private TableColumn<SliceRow, String> effect;
  @FXML private TableColumn<SliceRow, String> chance;

  public SlicesController(SlicesViewModel model, Navigator navigator, ChartTools tools) {
    this.model = model;
    this.navigator = navigator;
    this.tools = tools;
    this.texts = tools.texts();
    this.numbers = tools.numbers();
  }

  @FXML
  private void initialize() {
    title
        .textProperty()
        .bind(model.runProperty().map(each -> texts.of("slices.title", each.name())).orElse(""));
    subtitle.textProperty().bind(model.subtitleProperty());
    busy.visibleProperty().bind(Late.of(model.busyProperty()));
    InfoButton.equip(info, texts.of("slices.info"), texts.of("slices.info.text"));
    choices();
    columns();
    Label nothing = new Label();
    nothing.setWrapText(true);
    nothing.textProperty().bind(model.nothingProperty());
    slices.setPlaceholder(nothing);
    slices.setItems(model.rows());
    slices
        .accessibleTextProperty()
        .bind(title.textProperty().concat(". ").concat(subtitle.textProperty()));
    MenuItem open = new MenuItem(texts.of("slices.open"));
    open.setOnAction(event -> open());
    Tables.equip(slices, texts, RowGate.FREE, open);
    TablePins.equip(slices, tools, model::origin);
    slices.setRowFactory(unused -> row());
    slices.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            open();
            event.consume();
          }
        });
    model.headsProperty().subscribe(this::head);
  }

  private void choices() {
    choice(attribute, "slices.choose.attribute");
    attribute.setItems(model.attributes());
    attribute.setConverter(new Words<>(model::attributeWords));
    Selections.bind(attribute.getSelectionModel(), model.attributeProperty());
    choice(run, "slices.choose.run");
    run.setItems(model.runs());
    run.setConverter(new Words<>(RunItem::name));
    Selections.bind(run.getSelectionModel(), model.runProperty());
    choice(rival, "slices.choose.against");
    rival.setItems(model.rivals());
    rival.setConverter(
        new Words<>(
            each ->
                each.map(other -> texts.of("slices.against", other.name()))
                    .orElse(texts.of("slices.alone"))));
    Selections.bind(rival.getSelectionModel(), model.rivalProperty());
    choice(least, "slices.choose.least");
    least.getItems().setAll(SIZES);
    least.setConverter(
        new Words<>(
            each ->
                each == SlicesViewModel.AUTOMATIC
                    ? texts.of("slices.least.automatic")
                    : texts.of("slices.least", each)));
    Selections.bind(least.getSelectionModel(), model.leastProperty());
  }

  private void choice(ChoiceBox<?> box, String key) {
    box.setAccessibleText(texts.of(key));
    box.setTooltip(new Tooltip(texts.of(key)));
  }

  private void columns() {
    Cells.text(name, SliceRow::name);
    Cells.number(size, row -> numbers.count(row.users()));
    Cells.number(mean, row -> numbers.metric(row.run()));
    Cells.number(against, row -> numbers.metric(row.against()));
    Cells.text(interval, this::interval);
    Cells.node(difference, row -> numbers.difference(row.difference()), this::differenceCell);
    Cells.number(effect, row -> numbers.effect(row.effect()));
    Cells.number(chance, row -> numbers.pValue(row.chance()));
  }

  /** Ends of a difference have their signs. */
  private String interval(SliceRow row) {
    double low = row.low();
    double high = row.high();
    return Double.isNaN(row.against())
        ? texts.of("compare.interval", numbers.metric(low), numbers.metric(high))
        : texts.of("slices.interval.two", numbers.difference(low), numbers.difference(high));
  }

  private Node differenceCell(SliceRow row) {
    Label number = new Label(numbers.difference(row.difference()));
    number.setMinWidth(NUMBER);
    number.setAlignment(Pos.CENTER_RIGHT);
    DifferenceBar bar = new DifferenceBar(row.gain());
    HBox.setHgrow(bar, Priority.ALWAYS);
    HBox cell = new HBox(8, number, bar);
    cell.setAlignment(Pos.CENTER_LEFT);
    return cell;
  }

  private TableRow<SliceRow> row() {
    TableRow<SliceRow> row = new TableRow<>();
    row.setOnMouseClicked(
        event -> {
          boolean plain = !event.isShiftDown() && !event.isShortcutDown();
          if (event.getButton() == MouseButton.PRIMARY && plain && !row.isEmpty()) {
            navigator.go(model.place(row.getItem()));
          }
        });
    return row;
  }

  private void open() {
    SliceRow row = slices.getSelectionModel().getSelectedItem();
    if (row != null) {
      navigator.go(model.place(row));
    }
  }

  /** Heads the columns after the metric; the second run's is there when there is one. */
  private void head(SlicesViewModel.Heads heads) {
    if (heads == null) {
      return;
    }
    boolean two = !heads.against().isEmpty();
    mean.setText(heads.mean());
    against.setVisible(two);
    against.setText(heads.against());
    interval.setText(texts.of(two ? "slices.column.interval.two" : "slices.column.interval"));
  }
}
