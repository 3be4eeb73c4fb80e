package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.ProfilePart;
import io.aisle.core.dataset.profile.Statistic;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A statistic of the version that is shown, and how far it has come. FX thread only. */
public final class StatisticModel {
  /** How far a statistic has come. */
  public enum State {
    /** Nothing is to be looked at. */
    NONE,
    WAITING,
    RUNNING,
    READY,
    /** The analyst has stopped it. */
    STOPPED
  }

  private final Statistic statistic;
  private final ProfileViewModel profile;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NONE);
  private final ReadOnlyObjectWrapper<ProfilePart> part = new ReadOnlyObjectWrapper<>();

  StatisticModel(Statistic statistic, ProfileViewModel profile) {
    this.statistic = statistic;
    this.profile = profile;
  }

  Statistic statistic() {
    return statistic;
  }

  public ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  State state() {
    return state.get();
  }

  /** Null unless it is ready. */
  public ReadOnlyObjectProperty<ProfilePart> partProperty() {
    return part.getReadOnlyProperty();
  }

  /** Does without it; the others go on. */
  public void stop() {
    profile.stop(this);
  }

  /** Computes it after all. */
  public void resume() {
    profile.resume(this);
  }

  void is(State now) {
    part.set(null);
    state.set(now);
  }

  void is(ProfilePart found) {
    part.set(found);
    state.set(State.READY);
  }
}
