package io.aisle.ui.shell;

import io.aisle.ui.common.Texts;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;

/** One job: title, progress, what it is doing, and a button that cancels it. */
final class JobCell extends ListCell<JobLine> {
  private final Label title = new Label();
  private final Label status = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Button cancel = new Button();
  private final BorderPane row = new BorderPane();

  JobCell(Texts texts) {
    title.getStyleClass().add("strong");
    status.getStyleClass().add("muted");
    status.setWrapText(true);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.getStyleClass().add("small");
    cancel.setText(texts.of("action.cancel"));
    cancel.setOnAction(event -> getItem().cancel());
    row.setCenter(new VBox(4, title, bar, status));
    row.setRight(cancel);
    row.getStyleClass().add("job-row");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(JobLine line, boolean empty) {
    super.updateItem(line, empty);
    status.textProperty().unbind();
    bar.progressProperty().unbind();
    cancel.visibleProperty().unbind();
    if (empty || line == null) {
      setGraphic(null);
      return;
    }
    title.setText(line.title());
    status.textProperty().bind(line.statusProperty());
    bar.progressProperty().bind(line.fractionProperty());
    cancel.visibleProperty().bind(line.activeProperty());
    cancel.setId("cancel-job-" + line.id());
    setGraphic(row);
  }
}
