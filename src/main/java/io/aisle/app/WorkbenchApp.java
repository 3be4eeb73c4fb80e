package io.aisle.app;

import io.aisle.domain.OperationException;
import io.aisle.ui.common.FxDialogs;
import io.aisle.ui.common.Preferences;
import javafx.application.Application;
import javafx.stage.Stage;

/**
 * The desktop. Started with the parameters of an {@link OpenRequest}; the workspace is opened
 * before the FX thread has anything to do. When that fails, {@link Application#launch} throws with
 * the sentence as the cause.
 */
public final class WorkbenchApp extends Application {
  private OpenRequest request;
  private WorkbenchServices services;
  private Preferences preferences;
  private WorkbenchWindow window;

  @Override
  public void init() throws OperationException {
    request = OpenRequest.ofParameters(getParameters().getNamed());
    services = WorkbenchServices.open(request.paths());
    preferences = services.preferences();
  }

  @Override
  public void start(Stage stage) {
    window =
        new WorkbenchWindow(
            services.services(), services.paths(), new FxDialogs(() -> stage), preferences);
    window.show(stage);
    StartReport.watch(stage.getScene());
    request.bundle().ifPresent(window::open);
  }

  @Override
  public void stop() {
    window.close();
    services.close();
  }
}
