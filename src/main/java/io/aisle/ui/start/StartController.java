package io.aisle.ui.start;

import io.aisle.ui.common.Badge;
import io.aisle.ui.common.MappedList;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The page of the first start: what one can begin with. */
public final class StartController {
  private static final double CARD = 330;

  private final StartViewModel model;
  private final Texts texts;

  @FXML private Pane first;
  @FXML private Pane others;
  @FXML private Button back;

  public StartController(StartViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    MappedList.keep(first.getChildren(), model.first(), this::prominent);
    MappedList.keep(others.getChildren(), model.others(), this::small);
    Shown.when(back, model.dismissibleProperty());
    model
        .shownProperty()
        .subscribe(
            shown -> {
              if (shown) {
                model.read();
              }
            });
  }

  private Node prominent(StartCard card) {
    Button begin = begin(card, texts.of("start.begin"));
    begin.getStyleClass().addAll("accent", "large");
    Label minute = new Label(texts.of("start.minute"));
    minute.setWrapText(true);
    minute.getStyleClass().add("muted");
    VBox actions = new VBox(begin, importOnly(card), minute);
    actions.getStyleClass().add("start-actions");
    VBox told = told(card, new Badge(texts.of("start.here"), Badge.Tone.ACCENT));
    HBox.setHgrow(told, Priority.ALWAYS);
    HBox whole = new HBox(told, actions);
    whole.getStyleClass().addAll("card", "start-card", "first");
    return whole;
  }

  private Node small(StartCard card) {
    VBox whole = told(card, null);
    Region gap = new Region();
    VBox.setVgrow(gap, Priority.ALWAYS);
    Button begin = begin(card, texts.of(card.trains() ? "start.begin.other" : "start.begin.look"));
    HBox actions = new HBox(begin);
    if (card.trains()) {
      actions.getChildren().add(importOnly(card));
    }
    actions.getStyleClass().add("action-row");
    whole.getChildren().addAll(gap, actions);
    whole.getStyleClass().addAll("card", "start-card");
    whole.setPrefWidth(CARD); // all the same, so that what is left is shared evenly
    whole.setMinWidth(0);
    HBox.setHgrow(whole, Priority.ALWAYS);
    return whole;
  }

  private VBox told(StartCard card, Badge badge) {
    Label title = new Label(card.title());
    title.getStyleClass().add("start-title");
    FlowPane head = new FlowPane(title);
    head.getStyleClass().add("start-head");
    if (badge != null) {
      head.getChildren().add(badge);
    }
    if (!card.commercial()) {
      head.getChildren().add(new Badge(texts.of("start.noncommercial"), Badge.Tone.WARN));
    }
    Label facts = wrapped(String.join(texts.of("start.dot"), card.facts()), "strong");
    facts.setId("facts-" + card.name());
    Label licence = wrapped(texts.of("start.licence", card.licence(), card.link()), "subtle");
    licence.getStyleClass().add("data-text");
    licence.setTooltip(new Tooltip(licence.getText()));
    return new VBox(head, wrapped(card.what()), facts, wrapped(card.goodFor(), "muted"), licence);
  }

  private static Label wrapped(String text, String... styles) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    label.getStyleClass().addAll(styles);
    return label;
  }

  private Button begin(StartCard card, String words) {
    Button button = new Button(words);
    button.setId("sample-" + card.name());
    button.setAccessibleText(texts.of("start.begin.what", words, card.title()));
    button.disableProperty().bind(model.busyProperty());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> model.begin(card));
    return button;
  }

  private Button importOnly(StartCard card) {
    Button button = new Button(texts.of("start.import.only"));
    button.setId("import-" + card.name());
    button.setAccessibleText(
        texts.of("start.begin.what", texts.of("start.import.only"), card.title()));
    button.getStyleClass().addAll("flat", "start-quiet");
    button.disableProperty().bind(model.busyProperty());
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setOnAction(event -> model.importOnly(card));
    return button;
  }

  @FXML
  private void importOwn() {
    model.importOwn();
  }

  @FXML
  private void back() {
    model.back();
  }
}
