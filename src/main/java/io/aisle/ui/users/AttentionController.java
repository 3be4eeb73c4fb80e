package io.aisle.ui.users;

import io.aisle.ui.chart.ArcTimeline;
import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.chart.HeatMap;
import io.aisle.ui.chart.TablePins;
import io.aisle.ui.common.Cells;
import io.aisle.ui.common.Late;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Attention as a heat map, as arcs over the history, and as a table. */
public final class AttentionController {
  private static final double BUSY = 14;
  private static final double CHOICE = 100;

  private final AttentionViewModel model;
  private final ChartTools tools;
  private final ObjectProperty<View> view = new SimpleObjectProperty<>(View.HEAT_MAP);

  @FXML private ChartFrame frame;
  @FXML private HeatMap heatMap;
  @FXML private Region whole;
  @FXML private Region byHead;
  @FXML private HBox multiples;
  @FXML private ArcTimeline arcs;
  @FXML private TableView<ArcTimeline.Step> table;
  @FXML private TableColumn<ArcTimeline.Step, String> name;
  @FXML private TableColumn<ArcTimeline.Step, String> place;
  @FXML private TableColumn<ArcTimeline.Step, String> time;
  @FXML private TableColumn<ArcTimeline.Step, String> weight;
  @FXML private TableColumn<ArcTimeline.Step, String> contribution;
  @FXML private Label empty;
  @FXML private Label readout;

  private final List<HeatMap> maps = new ArrayList<>();
  private final List<Label> names = new ArrayList<>();

  /** How it is shown. */
  private enum View {
    HEAT_MAP,
    ARCS,
    TABLE
  }

  public AttentionController(AttentionViewModel model, ChartTools tools) {
    this.model = model;
    this.tools = tools;
  }

  @FXML
  private void initialize() {
    frame.equip(tools);
    frame.pinnable(model::origin);
    frame.titleProperty().bind(model.titleProperty());
    frame.subtitleProperty().bind(model.itemProperty());
    frame.subtitleIsData();
    frame.setTools(controls());
    AttentionDrawing drawing = model.drawing();
    var attends = model.emptyProperty().isEmpty();
    var mapped = attends.and(view.isEqualTo(View.HEAT_MAP));
    var several =
        Bindings.createBooleanBinding(
            () -> !drawing.multiplesProperty().get().isEmpty(), drawing.multiplesProperty());
    whole.visibleProperty().bind(mapped.and(several.not()));
    byHead.visibleProperty().bind(mapped.and(several));
    arcs.visibleProperty().bind(attends.and(view.isEqualTo(View.ARCS)));
    table.visibleProperty().bind(attends.and(view.isEqualTo(View.TABLE)));
    view.subscribe(now -> frame.turnTo(now == View.HEAT_MAP ? heatMap : arcs, now != View.TABLE));
    empty.textProperty().bind(model.emptyProperty());
    empty.visibleProperty().bind(attends.not());
    heatMap.matrixProperty().bind(drawing.matrixProperty());
    heatMap.wordsProperty().set(drawing::words);
    heatMap.accessibleTextProperty().bind(drawing.summaryProperty());
    readout
        .textProperty()
        .bind(
            Bindings.when(view.isEqualTo(View.HEAT_MAP))
                .then(drawing.summaryProperty())
                .otherwise(drawing.readingProperty()));
    Shown.when(readout, attends);
    drawing.multiplesProperty().subscribe(this::show);
    course(drawing);
  }

  /** The arcs and the table of the same steps. */
  private void course(AttentionDrawing drawing) {
    Texts texts = tools.texts();
    Numbers numbers = tools.numbers();
    arcs.setWeightTitle(texts.of("contributions.attention"));
    arcs.setAmountTitle(texts.of("contributions.contribution"));
    arcs.askingProperty().bind(model.itemNameProperty());
    arcs.stepsProperty().bind(drawing.stepsProperty());
    Cells.text(name, ArcTimeline.Step::name);
    Cells.number(place, step -> numbers.count(step.place()));
    Cells.text(time, step -> step.time() == null ? "" : numbers.time(step.time()));
    Cells.number(weight, step -> numbers.metric(step.weight()));
    Cells.number(contribution, step -> numbers.metric(step.amount()));
    Tables.equip(table, texts, tools.gate(model::origin));
    TablePins.equip(table, tools, model::origin);
    table.accessibleTextProperty().bind(drawing.readingProperty());
    weight.setSortType(TableColumn.SortType.DESCENDING);
    contribution.setSortType(TableColumn.SortType.DESCENDING);
    table.getSortOrder().setAll(List.of(weight));
    drawing
        .stepsProperty()
        .subscribe(
            steps -> {
              table.getItems().setAll(steps);
              table.sort();
            });
  }

  private Node[] controls() {
    Texts texts = tools.texts();
    AttentionChoice choice = model.choice();
    ProgressIndicator busy = new ProgressIndicator();
    busy.setMaxSize(BUSY, BUSY);
    Shown.when(busy, Late.of(model.busyProperty()));
    Segments<View> views =
        new Segments<>(
            "attentionViews",
            FXCollections.observableArrayList(View.values()),
            view,
            each -> texts.of("attention.as." + each.name()));
    ChoiceBox<Integer> layers =
        box("attentionLayer", choice.layers(), choice.layerProperty(), choice::layerWords);
    ChoiceBox<Integer> heads =
        box("attentionHead", choice.heads(), choice.headProperty(), choice::headWords);
    heads.disableProperty().bind(choice.layerProperty().isEqualTo(AttentionChoice.ROLLED_OUT));
    ChoiceBox<Span> span =
        box(
            "attentionWindow",
            FXCollections.observableArrayList(Span.CHOICES),
            choice.spanProperty(),
            choice::spanWords);
    return new Node[] {busy, views, layers, heads, span};
  }

  /** A choice that is there as long as there is one, with its help under {@code attention.ID}. */
  private <T> ChoiceBox<T> box(
      String id, ObservableList<T> values, ObjectProperty<T> chosen, Function<T, String> words) {
    ChoiceBox<T> box = new ChoiceBox<>(values);
    box.setId(id);
    box.setPrefWidth(CHOICE);
    box.setConverter(new Words<>(words));
    String help = tools.texts().of("attention.help." + id);
    box.setAccessibleText(help);
    box.setTooltip(new Tooltip(help));
    box.valueProperty().bindBidirectional(chosen);
    Shown.when(box, model.emptyProperty().isEmpty().and(Bindings.size(values).greaterThan(1)));
    return box;
  }

  /** Small maps side by side; their nodes are used again. */
  private void show(List<AttentionDrawing.HeadMap> heads) {
    while (maps.size() < heads.size()) {
      HeatMap map = new HeatMap();
      map.equip(tools);
      map.wordsProperty().set(cell -> model.drawing().words(map.matrixProperty().get(), cell));
      maps.add(map);
      names.add(new Label());
      VBox box = new VBox(2, names.getLast(), map);
      names.getLast().getStyleClass().add("section-title");
      VBox.setVgrow(map, Priority.ALWAYS);
      HBox.setHgrow(box, Priority.ALWAYS);
      box.setPrefWidth(100);
      multiples.getChildren().add(box);
    }
    for (int at = 0; at < maps.size(); at++) {
      boolean used = at < heads.size();
      multiples.getChildren().get(at).setVisible(used);
      multiples.getChildren().get(at).setManaged(used);
      maps.get(at).matrixProperty().set(used ? heads.get(at).matrix() : HeatMap.Matrix.EMPTY);
      if (used) {
        names.get(at).setText(heads.get(at).name());
        maps.get(at).setAccessibleText(heads.get(at).name());
      }
    }
  }
}
