package io.aisle.app;

import io.aisle.ui.common.Typeface;
import javafx.application.Application;
import javafx.stage.Stage;

/**
 * The desktop. Started with the parameters of an {@link OpenRequest}; the workspace is opened
 * before the FX thread has anything to do. When that fails a page offers ways out; when none was
 * taken, {@link Application#launch} throws with the sentence as the cause.
 */
public final class WorkbenchApp extends Application {
  private OpenRequest request;
  private Attempt first;
  private Desk desk;
  private boolean asked;

  @Override
  public void init() {
    request = OpenRequest.ofParameters(getParameters().getNamed());
    Typeface.load();
    first = Attempt.at(request.paths());
  }

  @Override
  public void start(Stage stage) {
    desk = new Desk(request.paths(), this::opened);
    desk.show(first, stage);
  }

  /** What the program was started for is done in the first window. */
  private void opened(WorkbenchWindow window, Stage stage) {
    if (!asked) {
      asked = true;
      StartReport.watch(stage.getScene());
      request.bundle().ifPresent(window::open);
    }
  }

  @Override
  public void stop() {
    desk.close();
  }
}
