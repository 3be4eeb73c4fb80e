package io.aisle.ui.users;

import io.aisle.domain.settings.Scenarios.Scenario;
import io.aisle.ui.chart.BarPairs;
import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Whether attention matters, why not another item, what if the history were another, and what each
 * feature adds.
 */
public final class WhyController {
  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final PseudoClass CAREFUL = PseudoClass.getPseudoClass("careful");

  /** How much more or less a history item can be made to count. */
  private static final List<Double> FACTORS = List.of(0.5, 2.0, 5.0, 0.0);

  private final MatterViewModel matter;
  private final WhyNotViewModel whyNot;
  private final WhatIfViewModel whatIf;
  private final ItemFinderViewModel asking;
  private final ItemFinderViewModel adding;
  private final ChartTools tools;

  @FXML private HBox panes;
  @FXML private VBox matterPane;
  @FXML private ChartFrame barsFrame;
  @FXML private BarPairs contributions;
  @FXML private Label verdict;
  @FXML private Button askModel;
  @FXML private VBox whyNotPane;
  @FXML private TextField whyNotItem;
  @FXML private Label whyNotAnswer;
  @FXML private Node whatIfPane;
  @FXML private Node featuresPane;
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

  /** What one looks at. */
  private enum Pane {
    MATTER,
    WHY_NOT,
    WHAT_IF,
    FEATURES
  }

  public WhyController(
      MatterViewModel matter,
      WhyNotViewModel whyNot,
      WhatIfViewModel whatIf,
      ItemFinderViewModel asking,
      ItemFinderViewModel adding,
      ChartTools tools) {
    this.matter = matter;
    this.whyNot = whyNot;
    this.whatIf = whatIf;
    this.asking = asking;
    this.adding = adding;
    this.tools = tools;
  }

  @FXML
  private void initialize() {
    Texts texts = tools.texts();
    SimpleObjectProperty<Pane> shown = new SimpleObjectProperty<>(Pane.MATTER);
    panes
        .getChildren()
        .setAll(
            new Segments<>(
                "whyPane",
                FXCollections.observableArrayList(Pane.values()),
                shown,
                pane -> texts.of("why.pane." + pane.name())));
    show(matterPane, shown, Pane.MATTER);
    show(whyNotPane, shown, Pane.WHY_NOT);
    show(whatIfPane, shown, Pane.WHAT_IF);
    show(featuresPane, shown, Pane.FEATURES);
    bars(texts);
    ItemOffers.under(whyNotItem, asking, whyNot::ask);
    whyNotAnswer.textProperty().bind(whyNot.answerProperty());
    edits(texts);
    scenarios();
  }

  private static void show(Node pane, SimpleObjectProperty<Pane> shown, Pane own) {
    pane.visibleProperty().bind(shown.isEqualTo(own));
    pane.managedProperty().bind(pane.visibleProperty());
  }

  private void bars(Texts texts) {
    barsFrame.equip(tools);
    barsFrame.pinnable(matter::origin);
    SimpleObjectProperty<Boolean> order = new SimpleObjectProperty<>(false);
    order.subscribe((before, now) -> matter.byAttentionProperty().set(now));
    Segments<Boolean> orders =
        new Segments<>(
            "contributionOrder",
            FXCollections.observableArrayList(false, true),
            order,
            byAttention ->
                texts.of(byAttention ? "contributions.attention" : "contributions.contribution"));
    Segments<Boolean> views =
        new Segments<>(
            "attentionView",
            FXCollections.observableArrayList(false, true),
            matter.rolledOutProperty(),
            rolled -> texts.of(rolled ? "attention.view.ROLLOUT" : "attention.view.MEAN"));
    orders.disableProperty().bind(matter.attendsProperty().not());
    views.disableProperty().bind(matter.attendsProperty().not());
    barsFrame.setTools(views, orders);
    contributions
        .firstNameProperty()
        .bind(
            Bindings.when(matter.attendsProperty())
                .then(texts.of("contributions.attention"))
                .otherwise(""));
    contributions.setSecondName(texts.of("contributions.contribution"));
    contributions.pairsProperty().bind(matter.pairsProperty());
    contributions.visibleProperty().bind(matter.pairsProperty().map(pairs -> !pairs.isEmpty()));
    matter
        .saidProperty()
        .subscribe(
            said -> {
              verdict.setText(said.words());
              verdict.pseudoClassStateChanged(GOOD, said.tone() == Tone.GOOD);
              verdict.pseudoClassStateChanged(CAREFUL, said.tone() == Tone.CAREFUL);
            });
    askModel.visibleProperty().bind(matter.attendsProperty());
    askModel.managedProperty().bind(askModel.visibleProperty());
    askModel.disableProperty().bind(matter.busyProperty());
  }

  private void edits(Texts texts) {
    history.setItems(whatIf.history());
    history.setCellFactory(unused -> new WhatIfCell(texts, tools.numbers()));
    history.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    ItemOffers.under(addItem, adding, whatIf::add);
    var none = history.getSelectionModel().selectedIndexProperty().lessThan(0);
    for (ButtonBase each : List.of(remove, newer, older, weigh)) {
      each.disableProperty().bind(none);
    }
    weigh.getItems().setAll(FACTORS.stream().map(this::factor).toList());
    new MomentMenu(moment, whatIf, texts);
    undo.disableProperty().bind(Bindings.isEmpty(whatIf.edits()));
    reset.disableProperty().bind(Bindings.isEmpty(whatIf.edits()));
    status.textProperty().bind(whatIf.statusProperty());
  }

  private void scenarios() {
    scenario.setItems(whatIf.scenarios());
    scenario.setConverter(new Words<>(each -> each == null ? "" : each.name()));
    scenario
        .valueProperty()
        .subscribe(
            chosen -> {
              if (chosen != null) {
                whatIf.open(chosen);
              }
            });
    compare.disableProperty().bind(scenario.valueProperty().isNull());
    keep.disableProperty()
        .bind(Bindings.isEmpty(whatIf.edits()).or(scenarioName.textProperty().isEmpty()));
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
            whatIf.weigh(row(), factor);
          }
        });
    return item;
  }

  private int row() {
    return history.getSelectionModel().getSelectedIndex();
  }

  @FXML
  private void askModel() {
    matter.askModel();
  }

  @FXML
  private void remove() {
    if (row() >= 0) {
      whatIf.remove(row());
    }
  }

  @FXML
  private void newer() {
    if (row() >= 0) {
      whatIf.move(row(), -1);
    }
  }

  @FXML
  private void older() {
    if (row() >= 0) {
      whatIf.move(row(), 1);
    }
  }

  @FXML
  private void undo() {
    whatIf.undo();
  }

  @FXML
  private void reset() {
    scenario.setValue(null);
    whatIf.reset();
  }

  @FXML
  private void keep() {
    whatIf.keep(scenarioName.getText());
    scenarioName.clear();
  }

  @FXML
  private void compare() {
    whatIf.compareWith(scenario.getValue());
  }
}
