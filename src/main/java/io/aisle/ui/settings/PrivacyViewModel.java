package io.aisle.ui.settings;

import io.aisle.ui.common.Lifetime;
import io.aisle.ui.common.Preferences;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** The least size of groups that are shown. FX thread only. */
public final class PrivacyViewModel {
  /** Larger ones would hide most of what slices are for. */
  static final int LARGEST = 100;

  private final Preferences preferences;
  private final ReadOnlyIntegerWrapper groupSize = new ReadOnlyIntegerWrapper();

  /**
   * @param lifetime of the view; the preferences live longer
   */
  public PrivacyViewModel(Preferences preferences, Lifetime lifetime) {
    this.preferences = preferences;
    lifetime.add(
        preferences.settingsProperty().subscribe(settings -> groupSize.set(settings.groupSize())));
  }

  public ReadOnlyIntegerProperty groupSizeProperty() {
    return groupSize.getReadOnlyProperty();
  }

  public void groupSize(int chosen) {
    preferences.change(settings -> settings.withGroupSize(Math.max(1, Math.min(LARGEST, chosen))));
  }
}
