package io.aisle.ui.shell;

import io.aisle.ui.common.Texts;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;

/** The list of jobs that opens from the status line. */
public final class JobsController {
  private final JobsViewModel model;
  private final Texts texts;

  @FXML private ListView<JobLine> jobs;

  public JobsController(JobsViewModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
  }

  @FXML
  private void initialize() {
    jobs.setItems(model.lines());
    jobs.setPlaceholder(new Label(texts.of("jobs.empty")));
    jobs.setCellFactory(list -> new JobCell(texts));
  }
}
