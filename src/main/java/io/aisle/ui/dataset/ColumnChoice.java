package io.aisle.ui.dataset;

import io.aisle.domain.data.ColumnRole;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A column of the file to import, and the role it is given. FX thread only. */
public final class ColumnChoice {
  private final String header;
  private final String example;
  private final String reason;
  private final ObjectProperty<Optional<ColumnRole>> role;

  ColumnChoice(String header, String example, String reason, Optional<ColumnRole> role) {
    this.header = header;
    this.example = example;
    this.reason = reason;
    this.role = new SimpleObjectProperty<>(role);
  }

  public String header() {
    return header;
  }

  /** The first values, to tell what the column holds. */
  public String example() {
    return example;
  }

  /** Why the role was guessed. */
  public String reason() {
    return reason;
  }

  public ObjectProperty<Optional<ColumnRole>> roleProperty() {
    return role;
  }
}
