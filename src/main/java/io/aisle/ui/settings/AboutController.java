package io.aisle.ui.settings;

import io.aisle.ui.common.Cells;
import io.aisle.ui.common.Clips;
import io.aisle.ui.common.RowGate;
import io.aisle.ui.common.Tables;
import io.aisle.ui.common.Texts;
import io.aisle.ui.settings.AboutViewModel.Facts;
import io.aisle.ui.settings.AboutViewModel.Row;
import io.aisle.ui.settings.AboutViewModel.Sample;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The section of versions and licences. */
public final class AboutController {
  private final AboutViewModel model;
  private final Texts texts;

  @FXML private Label version;
  @FXML private Button licence;
  @FXML private GridPane facts;
  @FXML private TextArea licenceText;
  @FXML private Label count;
  @FXML private TextField search;
  @FXML private TableView<Row> libraries;
  @FXML private TableColumn<Row, String> name;
  @FXML private TableColumn<Row, String> number;
  @FXML private TableColumn<Row, String> terms;
  @FXML private TableColumn<Row, String> page;
  @FXML private VBox samples;

  public AboutController(AboutViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    version.setText(model.version());
    Cells.text(name, Row::name);
    Cells.text(number, Row::version);
    Cells.text(terms, Row::licence);
    Cells.text(page, Row::page);
    libraries.setItems(model.libraries());
    libraries.setPlaceholder(new Label(texts.of("settings.libraries.none")));
    Tables.equip(libraries, texts, RowGate.FREE);
    search.textProperty().bindBidirectional(model.searchProperty());
    count
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.of("settings.libraries.count", model.libraries().size(), model.count()),
                model.libraries()));
    model.factsProperty().subscribe(this::show);
    openLicence(false);
  }

  private void show(Facts read) {
    facts.getChildren().clear();
    int row = 0;
    for (var each : read.versions().entrySet()) {
      Label what = new Label(texts.word("settings.about.", each.getKey()));
      what.getStyleClass().add("muted");
      Label value = new Label(each.getValue());
      value.getStyleClass().add("data-text");
      facts.addRow(row++, what, value);
    }
    licenceText.setText(read.licence());
    samples.getChildren().setAll(read.samples().stream().map(AboutController::sample).toList());
  }

  private static Node sample(Sample sample) {
    Label title = new Label(sample.title());
    title.getStyleClass().add("strong");
    Label terms = new Label(sample.licence());
    terms.setWrapText(true);
    Label source = new Label(sample.source());
    source.setWrapText(true);
    source.getStyleClass().add("muted");
    VBox box = new VBox(title, terms, source);
    box.getStyleClass().addAll("setting-words", "setting-row");
    return box;
  }

  private void openLicence(boolean open) {
    licenceText.setVisible(open);
    licenceText.setManaged(open);
    licence.setText(texts.of(open ? "settings.about.licence.hide" : "settings.about.licence"));
  }

  @FXML
  private void licence() {
    openLicence(!licenceText.isVisible());
  }

  @FXML
  private void copy() {
    Clips.put(model.words());
  }
}
