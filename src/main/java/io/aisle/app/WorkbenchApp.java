package io.aisle.app;

import io.aisle.domain.OperationException;
import io.aisle.ui.common.FxDialogs;
import io.aisle.ui.common.Preferences;
import java.util.Optional;
import javafx.application.Application;
import javafx.stage.Stage;

/**
 * The desktop. Started with {@code --workspace=DIR}; the workspace is opened before the FX thread
 * has anything to do. When that fails, {@link Application#launch} throws with the sentence as the
 * cause.
 */
public final class WorkbenchApp extends Application {
  private WorkbenchServices services;
  private Preferences preferences;
  private WorkbenchWindow window;

  @Override
  public void init() throws OperationException {
    AppPaths paths = AppPaths.of(Optional.ofNullable(getParameters().getNamed().get("workspace")));
    services = WorkbenchServices.open(paths);
    preferences = services.preferences();
  }

  @Override
  public void start(Stage stage) {
    window =
        new WorkbenchWindow(
            services.services(), services.paths(), new FxDialogs(() -> stage), preferences);
    window.show(stage);
  }

  @Override
  public void stop() {
    window.close();
    services.close();
  }
}
