package io.aisle.ui.settings;

import io.aisle.ui.common.Refreshable;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** Which section of the Settings screen is looked at. FX thread only. */
public final class SettingsViewModel implements Refreshable {
  private final ObjectProperty<Section> section = new SimpleObjectProperty<>(Section.GENERAL);
  private final Map<Section, Refreshable> contents;

  /**
   * @param contents what to read anew when a section comes to the front
   */
  public SettingsViewModel(Map<Section, Refreshable> contents) {
    this.contents = Map.copyOf(contents);
    section.subscribe((before, now) -> refresh());
  }

  /** Reads what the section in front shows. */
  @Override
  public void refresh() {
    contents.getOrDefault(section.get(), () -> {}).refresh();
  }

  public List<Section> sections() {
    return List.of(Section.values());
  }

  public ObjectProperty<Section> sectionProperty() {
    return section;
  }
}
