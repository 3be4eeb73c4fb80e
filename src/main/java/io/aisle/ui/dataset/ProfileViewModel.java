package io.aisle.ui.dataset;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.profile.ProfilePart;
import io.aisle.core.dataset.profile.Statistic;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The statistics of a version, one after the other, the cheapest first; what an outdated one still
 * brings is dropped. FX thread only.
 */
public final class ProfileViewModel {
  private final DatasetService service;
  private final Slot<Found> computing;
  private final Map<Statistic, StatisticModel> all = new EnumMap<>(Statistic.class);
  private final Runnable first;
  private final Consumer<String> failed;
  private DatasetVersion version;
  private StatisticModel running;

  /**
   * @param problem in English; empty when there is none
   */
  private record Found(ProfilePart part, String problem) {}

  /**
   * @param first called when the first statistic of a version is there
   * @param failed called with the reason when the version cannot be looked at
   */
  ProfileViewModel(
      DatasetService service,
      Background background,
      Texts texts,
      Runnable first,
      Consumer<String> failed) {
    this.service = service;
    this.computing = background.slot(texts.of("data.job.profile"));
    this.first = first;
    this.failed = failed;
    for (Statistic statistic : Statistic.values()) {
      all.put(statistic, new StatisticModel(statistic, this));
    }
  }

  /** Begins with another version; null: with none. */
  void show(DatasetVersion shown) {
    computing.clear();
    running = null;
    version = shown;
    all.values()
        .forEach(
            each ->
                each.is(shown == null ? StatisticModel.State.NONE : StatisticModel.State.WAITING));
    next();
  }

  public StatisticModel of(Statistic statistic) {
    return all.get(statistic);
  }

  private void next() {
    if (running != null) {
      return;
    }
    for (StatisticModel each : all.values()) {
      if (each.state() == StatisticModel.State.WAITING) {
        compute(each);
        return;
      }
    }
  }

  private void compute(StatisticModel wanted) {
    running = wanted;
    wanted.is(StatisticModel.State.RUNNING);
    long id = version.id();
    computing.read(
        control -> {
          try {
            return new Found(service.statistic(id, wanted.statistic(), control), "");
          } catch (InputException | OperationException e) {
            return new Found(null, e.getMessage());
          }
        },
        found -> found(wanted, found),
        () -> ended(wanted));
  }

  private void found(StatisticModel wanted, Found found) {
    running = null;
    if (found.part() == null) {
      show(null);
      failed.accept(found.problem());
      return;
    }
    boolean none = all.values().stream().noneMatch(each -> each.partProperty().get() != null);
    wanted.is(found.part());
    if (none) {
      first.run();
    }
    next();
  }

  private void ended(StatisticModel wanted) {
    running = null;
    wanted.is(StatisticModel.State.STOPPED);
    next();
  }

  void stop(StatisticModel unwanted) {
    boolean now = unwanted == running;
    if (now) {
      computing.clear();
      running = null;
    }
    unwanted.is(StatisticModel.State.STOPPED);
    next();
  }

  void resume(StatisticModel wanted) {
    wanted.is(StatisticModel.State.WAITING);
    next();
  }
}
