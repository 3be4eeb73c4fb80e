package io.aisle.core.training;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.EventTable;
import io.aisle.core.dataset.FileEvents;
import io.aisle.core.dataset.Prepared;
import io.aisle.core.dataset.Preparer;
import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.job.Progress;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.data.Splitter;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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
    Key key =
        new Key(
            experiment.dataset(),
            experiment.prepare(),
            experiment.split(),
            stamp(experiment.dataset(), experiment.split()));
    Kept newest = kept.get();
    if (newest != null && newest.key().equals(key)) {
      return newest.data();
    }
    control.at(new Progress("reading", 0, 0));
    RunData data =
        experiment.split() instanceof SplitSpec.Given given
            ? GivenSplit.read(given, experiment.dataset(), experiment.prepare(), control)
            : split(experiment, control);
    kept = new SoftReference<>(new Kept(key, data));
    return data;
  }

  private RunData split(Experiment experiment, JobControl control) {
    EventTable events =
        switch (experiment.dataset()) {
          case DatasetSpec.Named named -> named(named.name(), control);
          case DatasetSpec.Files files -> FileEvents.read(files, control).events();
        };
    control.check();
    control.at(new Progress("preparing", 0, 0));
    Prepared prepared = Preparer.prepare(events, experiment.prepare());
    CatalogueOrder.Sorted sorted =
        CatalogueOrder.sorted(prepared.catalogue(), prepared.interactions());
    control.check();
    SplitData split = Splitter.split(experiment.split(), sorted.interactions());
    return new RunData(sorted.catalogue(), split);
  }

  private EventTable named(String name, JobControl control) {
    DatasetService service = service(name);
    DatasetVersion version = service.require(name);
    if (!version.trainable()) {
      throw new InputException(
          "The data set '%s' is a catalogue without events, from which no model can be trained; name one with events"
              .formatted(name));
    }
    return service.load(version.id(), control);
  }

  private DatasetService service(String name) {
    return datasets.orElseThrow(
        () ->
            new OperationException(
                "The data set '%s' lies in the workspace, which is not open; open it or name files"
                    .formatted(name)));
  }

  /** Changes when the data behind the same specification have changed. */
  private String stamp(DatasetSpec dataset, SplitSpec split) {
    if (split instanceof SplitSpec.Given given) {
      List<Path> paths = new ArrayList<>(List.of(given.train(), given.valid(), given.test()));
      if (dataset instanceof DatasetSpec.Files files) {
        files.items().ifPresent(items -> paths.add(items.file()));
      }
      return stamp(paths);
    }
    return switch (dataset) {
      case DatasetSpec.Named named ->
          Long.toString(service(named.name()).require(named.name()).id());
      case DatasetSpec.Files files -> {
        List<Path> paths = new ArrayList<>();
        files.interactions().ifPresent(paths::add);
        files.items().ifPresent(items -> paths.add(items.file()));
        yield stamp(paths);
      }
    };
  }

  private static String stamp(List<Path> paths) {
    StringBuilder stamp = new StringBuilder();
    for (Path path : paths) {
      try {
        stamp.append(Files.size(path)).append('@').append(Files.getLastModifiedTime(path));
      } catch (IOException e) {
        stamp.append("missing"); // the reader says so in a sentence
      }
    }
    return stamp.toString();
  }

  /** What a split depends on. */
  private record Key(DatasetSpec dataset, PrepareSpec prepare, SplitSpec split, String stamp) {}

  /** A split and what it was made of. */
  private record Kept(Key key, RunData data) {}
}
