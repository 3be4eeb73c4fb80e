package io.aisle.core.training;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.EventTable;
import io.aisle.core.dataset.Prepared;
import io.aisle.core.dataset.Preparer;
import io.aisle.core.job.JobControl;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.job.Progress;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.data.Splitter;
import java.lang.ref.SoftReference;
import java.util.Optional;

/**
 * Turns what an experiment says about data into a split. The newest split is kept as long as memory
 * allows, so that several models on the same data read it once. Thread-safe; two calls run one
 * after the other.
 */
final class DataLoader {
  private final Optional<DatasetService> datasets;
  private SoftReference<Kept> kept = new SoftReference<>(null);

  /**
   * @param datasets the workspace's data sets; empty where the workspace must not be opened
   */
  DataLoader(Optional<DatasetService> datasets) {
    this.datasets = datasets;
  }

  synchronized RunData load(Experiment experiment, JobControl control) {
    DataSource source = new DataSource(experiment, datasets, control);
    Key key =
        new Key(experiment.dataset(), experiment.prepare(), experiment.split(), source.stamp());
    Kept newest = kept.get();
    if (newest == null || !newest.key().equals(key)) {
      control.at(new Progress("reading", 0, 0));
      newest = new Kept(key, split(experiment, source, control), Optional.empty());
    }
    SideData.Wanted wanted = SideData.Wanted.of(experiment);
    if (!wanted.nothing() && !newest.holds(wanted)) {
      newest = newest.with(wanted, source);
    }
    kept = new SoftReference<>(newest);
    return wanted.nothing() ? newest.data() : newest.side().orElseThrow().data();
  }

  /** The version of a data set of the workspace that an experiment reads; empty for files. */
  Optional<DatasetVersion> version(Experiment experiment) {
    return experiment.dataset() instanceof DatasetSpec.Named named
            && !(experiment.split() instanceof SplitSpec.Given)
        ? datasets.map(service -> service.require(named.name()))
        : Optional.empty();
  }

  private static RunData split(Experiment experiment, DataSource source, JobControl control) {
    if (experiment.split() instanceof SplitSpec.Given given) {
      return GivenSplit.read(given, experiment.dataset(), experiment.prepare(), control);
    }
    EventTable events = source.events();
    control.check();
    control.at(new Progress("preparing", 0, 0));
    Prepared prepared = Preparer.prepare(events, experiment.prepare());
    CatalogueOrder.Sorted sorted =
        CatalogueOrder.sorted(prepared.catalogue(), prepared.interactions());
    control.check();
    SplitData split = Splitter.split(experiment.split(), sorted.interactions());
    return new RunData(sorted.catalogue(), split);
  }

  /** What a split depends on. */
  private record Key(DatasetSpec dataset, PrepareSpec prepare, SplitSpec split, String stamp) {}

  /**
   * A split and what it was made of.
   *
   * @param data the split alone
   * @param side the split with the side data that were asked for last
   */
  private record Kept(Key key, RunData data, Optional<WithSide> side) {
    boolean holds(SideData.Wanted wanted) {
      return side.filter(with -> with.wanted().equals(wanted)).isPresent();
    }

    Kept with(SideData.Wanted wanted, DataSource source) {
      SideData read = SideData.read(source, wanted, key.split(), data.split(), data.catalogue());
      RunData both = new RunData(data.catalogue(), data.split(), read);
      return new Kept(key, data, Optional.of(new WithSide(wanted, both)));
    }
  }

  private record WithSide(SideData.Wanted wanted, RunData data) {}
}
