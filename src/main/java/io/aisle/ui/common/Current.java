package io.aisle.ui.common;

import io.aisle.domain.data.DatasetVersion;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * What the analyst works with at the moment, whichever screen is in front: screens say what was
 * chosen in them, the frame of the window shows it and remembers it for the next start. FX thread
 * only.
 */
public final class Current {
  private final ObjectProperty<DatasetVersion> dataset = new SimpleObjectProperty<>();
  private final ObjectProperty<List<RunItem>> runs = new SimpleObjectProperty<>(List.of());
  private final StringProperty user = new SimpleStringProperty("");

  /** The data set that was looked at last; null when none was. */
  public ObjectProperty<DatasetVersion> datasetProperty() {
    return dataset;
  }

  /** The runs that stand side by side; an immutable list. */
  public ObjectProperty<List<RunItem>> runsProperty() {
    return runs;
  }

  /** External id of the user that was looked at last; empty when none was. */
  public StringProperty userProperty() {
    return user;
  }
}
