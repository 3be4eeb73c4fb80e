package io.aisle.ui.dataset;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.ui.common.Badge;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.MappedList;
import io.aisle.ui.common.NodeListCell;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Selections;
import io.aisle.ui.common.Texts;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The Data screen: the list on the left, beside it the import form or a version. */
public final class DataController {
  private final DataViewModel model;
  private final ImportViewModel form;
  private final Dialogs dialogs;
  private final Texts texts;
  private final Numbers numbers;

  @FXML private ListView<DatasetVersion> versions;
  @FXML private VBox samples;
  @FXML private Region empty;
  @FXML private Region importForm;
  @FXML private Region versionView;

  public DataController(
      DataViewModel model, ImportViewModel form, Dialogs dialogs, Texts texts, Numbers numbers) {
    this.model = model;
    this.form = form;
    this.dialogs = dialogs;
    this.texts = texts;
    this.numbers = numbers;
  }

  @FXML
  private void initialize() {
    versions.setItems(model.versions());
    versions.setCellFactory(list -> new NodeListCell<>(this::version));
    versions.setPlaceholder(new Label(texts.of("data.none")));
    Selections.bind(versions.getSelectionModel(), model.selectedProperty());
    MappedList.keep(samples.getChildren(), model.samples(), this::sample);
    importForm.visibleProperty().bind(form.fileProperty().isNotNull());
    versionView
        .visibleProperty()
        .bind(importForm.visibleProperty().not().and(model.selectedProperty().isNotNull()));
    empty
        .visibleProperty()
        .bind(
            importForm
                .visibleProperty()
                .or(versionView.visibleProperty())
                .not()
                .and(model.listedProperty()));
  }

  private Node version(DatasetVersion version) {
    Label name = new Label(version.dataset());
    name.getStyleClass().add("strong");
    Region gap = new Region();
    HBox.setHgrow(gap, javafx.scene.layout.Priority.ALWAYS);
    HBox head = new HBox(6, name, gap);
    if (version.state() != DatasetVersion.State.COMPLETE) {
      String word = texts.word("data.state.", version.state().name());
      head.getChildren().add(new Badge(word, Badge.Tone.WARN));
    }
    Label counts =
        new Label(texts.of("data.line", version.version(), version.events(), version.users()));
    counts.getStyleClass().add("muted");
    Label when =
        new Label(texts.of("data.imported.at", version.source(), numbers.time(version.imported())));
    when.getStyleClass().add("subtle");
    return new VBox(2, head, counts, when);
  }

  private Node sample(SampleCard card) {
    Button button = new Button(texts.of("data.sample", card.title()));
    button.setId("sample-" + card.name());
    button.setMaxWidth(Double.MAX_VALUE);
    button.setWrapText(true);
    button.getStyleClass().add("sample");
    button.setTooltip(new Tooltip(card.summary()));
    button.getTooltip().setWrapText(true);
    button.getTooltip().setMaxWidth(420);
    button.setOnAction(event -> model.importSample(card));
    return button;
  }

  @FXML
  private void chooseFile() {
    dialogs.open(texts.of("data.import.choose")).ifPresent(form::open);
  }
}
