package io.aisle.ui.users;

import io.aisle.ui.chart.BarPairs;
import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/**
 * Whether attention matters and why not another item; beside them what if the history were another
 * and what each feature adds.
 */
public final class WhyController {
  private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
  private static final PseudoClass CAREFUL = PseudoClass.getPseudoClass("careful");

  private final MatterViewModel matter;
  private final WhyNotViewModel whyNot;
  private final ItemFinderViewModel asking;
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
      ItemFinderViewModel asking,
      ChartTools tools) {
    this.matter = matter;
    this.whyNot = whyNot;
    this.asking = asking;
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
  }

  private static void show(Node pane, SimpleObjectProperty<Pane> shown, Pane own) {
    Shown.when(pane, shown.isEqualTo(own));
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
    Shown.when(askModel, matter.attendsProperty());
    askModel.disableProperty().bind(matter.busyProperty());
  }

  @FXML
  private void askModel() {
    matter.askModel();
  }
}
