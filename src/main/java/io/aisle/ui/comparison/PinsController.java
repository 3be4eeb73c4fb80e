package io.aisle.ui.comparison;

import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.MappedList;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Words;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the report will hold, and where it is written. */
public final class PinsController {
  private final PinsViewModel pins;
  private final CompareViewModel compared;
  private final BaselinesViewModel baselines;
  private final ReportViewModel report;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private ChoiceBox<ReportViewModel.Format> format;
  @FXML private Label formatHelp;
  @FXML private Button write;
  @FXML private Node empty;
  @FXML private Node list;
  @FXML private VBox views;

  public PinsController(
      PinsViewModel pins,
      CompareViewModel compared,
      BaselinesViewModel baselines,
      ReportViewModel report,
      Dialogs dialogs,
      Texts texts,
      Numbers numbers) {
    this.pins = pins;
    this.compared = compared;
    this.baselines = baselines;
    this.report = report;
    this.dialogs = dialogs;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    format.getItems().setAll(ReportViewModel.Format.values());
    format.setConverter(new Words<>(each -> texts.of("report.format." + each.name())));
    format.valueProperty().bindBidirectional(report.formatProperty());
    format
        .valueProperty()
        .subscribe(each -> formatHelp.setText(texts.of("report.format.%s.help".formatted(each))));
    write.disableProperty().bind(Bindings.isEmpty(compared.rows()));
    empty.visibleProperty().bind(Bindings.isEmpty(pins.pins()));
    list.visibleProperty().bind(empty.visibleProperty().not());
    MappedList.keep(views.getChildren(), pins.pins(), this::node);
    pins.refresh();
  }

  private Node node(PinnedRow pin) {
    Label title = new Label(pin.title());
    title.getStyleClass().add("card-title");
    Label caption = new Label(caption(pin));
    caption.getStyleClass().addAll("muted", "data-text");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head =
        new HBox(
            8,
            title,
            caption,
            gap,
            button(pin, "up", "fth-arrow-up", () -> pins.move(pin, -1)),
            button(pin, "down", "fth-arrow-down", () -> pins.move(pin, 1)),
            button(pin, "remove", "fth-x", () -> pins.remove(pin)));
    head.getStyleClass().add("action-row");
    TextField note = new TextField(pin.note());
    note.setId("note-" + pin.id());
    note.setPromptText(texts.of("pins.note"));
    note.setAccessibleText(texts.of("pins.note.of", pin.title()));
    note.setOnAction(event -> pins.note(pin, note.getText()));
    note.focusedProperty()
        .subscribe(
            focused -> {
              if (!focused) {
                pins.note(pin, note.getText());
              }
            });
    VBox box = new VBox(4, head, note);
    box.setId(pin.id());
    box.getStyleClass().add("pinned-view");
    return box;
  }

  private String caption(PinnedRow pin) {
    return texts.of("pins.caption", pin.of(), numbers.time(pin.pinned()));
  }

  private Button button(PinnedRow pin, String what, String icon, Runnable work) {
    Button button = new Button();
    button.setId(what + "-" + pin.id());
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().add("flat");
    button.setAccessibleText(texts.of("pins." + what, pin.title()));
    button.setTooltip(new Tooltip(texts.of("pins." + what, pin.title())));
    button.setOnAction(event -> work.run());
    return button;
  }

  @FXML
  private void write() {
    report.ask(compared, baselines, dialogs);
  }
}
