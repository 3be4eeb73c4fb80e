package io.aisle.core.dataset.cleaning;

import io.aisle.core.dataset.EventTable;
import io.aisle.core.dataset.VersionMaker;
import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.Making;
import io.aisle.domain.data.StepEffect;
import io.aisle.domain.data.VersionName;
import io.aisle.store.Database;
import io.aisle.store.EntryScan;
import io.aisle.store.EventScan;
import io.aisle.store.Events;
import io.aisle.store.StoredImport;
import io.aisle.store.StoredOrigin;
import java.util.List;

/**
 * Cleans versions by steps into new versions. Every method blocks; call it in a job. Thread-safe.
 * Threads that are inside must never be interrupted.
 */
public final class CleaningService {
  private final Cleanable datasets;
  private final VersionMaker maker;
  private final FrameLoader loader;
  private final EventScan scan;
  private final EntryScan entries;
  private final Events events;
  private final SampleCache samples;

  public CleaningService(Database database, Cleanable datasets, VersionMaker maker) {
    this.datasets = datasets;
    this.maker = maker;
    this.scan = new EventScan(database);
    this.entries = new EntryScan(database);
    this.events = new Events(database);
    this.loader = new FrameLoader(scan);
    this.samples = new SampleCache(loader);
  }

  /**
   * What steps would do, from some of a complete version's users when it is large; quick enough to
   * be asked after every change of a step. The sample is kept for the next call.
   *
   * @param steps none: the version as it is
   * @throws InputException when a step cannot be carried out on these events
   */
  public CleaningPreview preview(long versionId, List<CleaningStep> steps, JobControl control) {
    DatasetVersion version = datasets.version(versionId);
    FrameData sample = samples.of(version, () -> datasets.load(versionId, control), steps, control);
    List<StepEffect> effects = StepRun.run(new EventFrame(sample), steps, control);
    int users = new EventFrame(sample).size().users();
    return new CleaningPreview(
        sample.share() == 1,
        sample.size(),
        users,
        sample.share() == 1 ? effects : Extrapolation.of(version, effects));
  }

  /**
   * Cleans a complete version into a new one of the same data set, invisible until it is complete.
   * When it fails or is cancelled nothing of it is left.
   *
   * @param steps at least one
   * @throws InputException when a step cannot be carried out on these events, or leaves none
   */
  public CleaningSummary apply(long versionId, List<CleaningStep> steps, JobControl control) {
    long began = System.nanoTime();
    if (steps.isEmpty()) {
      throw new InputException("There are no steps to apply: add one.");
    }
    DatasetVersion version = datasets.version(versionId);
    EventTable table = datasets.load(versionId, control);
    EventFrame frame = new EventFrame(loader.all(version, table, StepColumns.of(steps), control));
    List<StepEffect> effects = StepRun.run(frame, steps, control);
    checkLeft(effects);
    StoredImport parent = datasets.plan(versionId);
    DatasetVersion made =
        maker.make(
            new StoredImport(
                parent.dataset(), parent.source(), parent.plan(), parent.licence(), List.of()),
            new StoredOrigin(
                Making.CLEANING,
                versionId,
                VersionName.of(version).toString(),
                StepsWriter.write(steps),
                effects),
            writer -> new FrameWriter(version, frame, scan, entries, events).write(writer, control),
            control);
    return new CleaningSummary(made, effects, (System.nanoTime() - began) / 1e9);
  }

  private static void checkLeft(List<StepEffect> effects) {
    for (StepEffect effect : effects) {
      if (effect.after().events() == 0) {
        throw new InputException(
            "Nothing is left after the step %s, which takes the last %d events away: loosen it or leave it out."
                .formatted(effect.step(), effect.before().events()));
      }
    }
  }
}
