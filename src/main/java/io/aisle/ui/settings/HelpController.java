package io.aisle.ui.settings;

import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.NodeListCell;
import io.aisle.ui.common.Texts;
import io.aisle.ui.settings.HelpViewModel.Part;
import java.time.LocalDate;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** The section of the log and the report of a problem. */
public final class HelpController {
  private final HelpViewModel model;
  private final Dialogs dialogs;
  private final Texts texts;

  @FXML private TextField log;
  @FXML private Button prepare;
  @FXML private VBox preview;
  @FXML private ListView<Part> parts;
  @FXML private TextArea text;
  @FXML private Label said;

  public HelpController(HelpViewModel model, Dialogs dialogs, Texts texts) {
    this.model = model;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    log.setText(model.logs().toString());
    prepare.disableProperty().bind(model.busyProperty());
    said.setText(texts.of("settings.report.look"));
    parts.setCellFactory(list -> new NodeListCell<>(HelpController::cell));
    parts
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(part -> text.setText(part == null ? "" : part.text()));
    model.reportProperty().subscribe(report -> show(report != null));
  }

  private void show(boolean ready) {
    preview.setVisible(ready);
    preview.setManaged(ready);
    parts.getItems().setAll(model.parts());
    parts.getSelectionModel().selectFirst();
  }

  private static Node cell(Part part) {
    Label size = new Label(part.size());
    size.getStyleClass().add("subtle");
    return new VBox(new Label(part.name()), size);
  }

  @FXML
  private void openFolder() {
    model.openFolder();
  }

  @FXML
  private void showLog() {
    model.showLog();
  }

  @FXML
  private void prepare() {
    model.prepare();
  }

  @FXML
  private void save() {
    dialogs
        .save(texts.of("settings.report.save"), "aisle-problem-" + LocalDate.now() + ".zip")
        .ifPresent(model::save);
  }
}
