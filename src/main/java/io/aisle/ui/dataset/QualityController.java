package io.aisle.ui.dataset;

import io.aisle.ui.common.Badge;
import io.aisle.ui.common.KeyInstead;
import io.aisle.ui.common.NodeListCell;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The quality list; one click or Enter shows the rows of a check below. */
public final class QualityController {
  private final VersionViewModel model;
  private final RowsViewModel rows;
  private final CleaningViewModel cleaning;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private Label summary;
  @FXML private ListView<QualityLine> checks;
  @FXML private Node waiting;
  @FXML private Node advice;
  @FXML private Label meaning;
  @FXML private Label examples;

  public QualityController(
      VersionViewModel model,
      RowsViewModel rows,
      CleaningViewModel cleaning,
      Texts texts,
      Numbers numbers) {
    this.model = model;
    this.rows = rows;
    this.cleaning = cleaning;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    checks.setItems(model.checks());
    checks.setCellFactory(list -> new NodeListCell<>(this::row));
    checks.getSelectionModel().selectedItemProperty().subscribe(this::explain);
    checks.setOnKeyPressed(
        event -> {
          QualityLine chosen = checks.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.ENTER && chosen != null && chosen.opens()) {
            rows.show(chosen);
          } else if (event.getCode() == KeyCode.T && chosen != null) {
            model.treatment(chosen).ifPresent(cleaning::treat);
          }
        });
    model.checks().addListener((ListChangeListener<QualityLine>) change -> summarise());
    Runnable wait =
        () ->
            waiting.setVisible(
                model.stateProperty().get() == VersionViewModel.State.LOADING
                    || model.checkingProperty().get());
    model.stateProperty().subscribe(wait);
    model.checkingProperty().subscribe(wait);
    summarise();
  }

  private void summarise() {
    long attention = model.checks().stream().filter(QualityLine::needsAttention).count();
    summary.setText(
        model.checks().isEmpty()
            ? ""
            : texts.of("quality.summary", model.checks().size(), attention));
  }

  private void explain(QualityLine check) {
    advice.setVisible(check != null);
    advice.setManaged(check != null);
    if (check != null) {
      meaning.setText(check.advice());
      examples.setText(check.examples());
      boolean some = !examples.getText().isEmpty();
      examples.setVisible(some);
      examples.setManaged(some);
    }
  }

  private Node row(QualityLine check) {
    Badge count = Badge.count(numbers.count(check.count()), tone(check.grade()));
    Label name = new Label(check.title());
    name.getStyleClass().add("strong");
    Label sentence = new Label(check.sentence());
    sentence.getStyleClass().add("quality-sentence");
    VBox middle = new VBox(1, name, sentence);
    middle.setMinWidth(0);
    HBox.setHgrow(middle, Priority.ALWAYS);
    HBox row = new HBox(10, count, middle);
    row.getStyleClass().add("reason-row");
    VBox links = new VBox();
    links.setAlignment(Pos.CENTER_RIGHT);
    if (check.opens()) {
      links.getChildren().add(link("show", "Enter", check, () -> rows.show(check)));
    }
    model
        .treatment(check)
        .ifPresent(
            step -> links.getChildren().add(link("treat", "T", check, () -> cleaning.treat(step))));
    row.getChildren().add(links);
    return row;
  }

  private Hyperlink link(String name, String key, QualityLine check, Runnable work) {
    Hyperlink link = new Hyperlink(texts.of("quality." + name));
    link.setId(name + "-" + check.id());
    link.getStyleClass().add("quiet-link");
    link.setMinWidth(Hyperlink.USE_PREF_SIZE);
    KeyInstead.of(link, key, texts);
    link.setOnAction(
        event -> {
          checks.getSelectionModel().select(check);
          work.run();
        });
    return link;
  }

  private static Badge.Tone tone(QualityLine.Grade grade) {
    return switch (grade) {
      case BAD -> Badge.Tone.BAD;
      case WARN -> Badge.Tone.WARN;
      case INFO -> Badge.Tone.NEUTRAL;
      case GOOD -> Badge.Tone.GOOD;
    };
  }
}
