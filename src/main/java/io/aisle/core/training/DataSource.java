package io.aisle.core.training;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.EntityAttributes;
import io.aisle.core.dataset.EntityReader;
import io.aisle.core.dataset.EventTable;
import io.aisle.core.dataset.FileEvents;
import io.aisle.core.dataset.StoredAttributes;
import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.SplitSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where the data of one experiment lie; each part is read when it is first asked for, and once.
 * Confined to one thread.
 */
final class DataSource {
  private final Experiment experiment;
  private final Optional<DatasetService> datasets;
  private final JobControl control;
  private Optional<EventTable> events = Optional.empty();
  private Optional<EntityAttributes> attributes = Optional.empty();

  /**
   * @param datasets the workspace's data sets; empty where the workspace must not be opened
   */
  DataSource(Experiment experiment, Optional<DatasetService> datasets, JobControl control) {
    this.experiment = experiment;
    this.datasets = datasets;
    this.control = control;
  }

  /** Whether the split is given, so that there are no events beside it. */
  boolean given() {
    return experiment.split() instanceof SplitSpec.Given;
  }

  /**
   * All events, of every kind; not for a given split.
   *
   * @throws InputException when they cannot be read
   */
  EventTable events() {
    if (events.isEmpty()) {
      switch (experiment.dataset()) {
        case DatasetSpec.Named named -> events = Optional.of(named(named.name()));
        case DatasetSpec.Files files -> {
          FileEvents.Result read = FileEvents.read(files, control);
          events = Optional.of(read.events());
          attributes = Optional.of(read.attributes());
        }
      }
    }
    return events.orElseThrow();
  }

  /** What is said about users and items. */
  EntityAttributes attributes() {
    if (attributes.isEmpty()) {
      attributes =
          Optional.of(
              switch (experiment.dataset()) {
                case DatasetSpec.Named named ->
                    given() ? EntityAttributes.NONE : stored(named.name());
                case DatasetSpec.Files files ->
                    EntityReader.attributes(files.users(), files.items());
              });
    }
    return attributes.orElseThrow();
  }

  /** Attributes of items that the experiment names are read whatever there is beside them. */
  private EntityAttributes stored(String name) {
    DatasetVersion version = version(name);
    StoredAttributes stored = service(name).attributes();
    Set<String> names = new LinkedHashSet<>(stored.itemNames(version, control));
    experiment.side().features().item().ifPresent(names::addAll);
    return stored.of(version, names);
  }

  private EventTable named(String name) {
    DatasetVersion version = version(name);
    if (!version.trainable()) {
      throw new InputException(
          "The data set '%s' is a catalogue without events, from which no model can be trained; name one with events"
              .formatted(name));
    }
    return service(name).load(version.id(), control);
  }

  private DatasetVersion version(String name) {
    return service(name).require(name);
  }

  private DatasetService service(String name) {
    return datasets.orElseThrow(
        () ->
            new OperationException(
                "The data set '%s' lies in the workspace, which is not open; open it or name files"
                    .formatted(name)));
  }

  /** Changes when the data behind the same specification have changed. */
  String stamp() {
    List<Path> paths = new ArrayList<>();
    if (experiment.split() instanceof SplitSpec.Given given) {
      paths.addAll(List.of(given.train(), given.valid(), given.test()));
    }
    switch (experiment.dataset()) {
      case DatasetSpec.Named named -> {
        if (!given()) {
          return Long.toString(version(named.name()).id());
        }
      }
      case DatasetSpec.Files files -> {
        files.interactions().ifPresent(paths::add);
        files.items().ifPresent(items -> paths.add(items.file()));
        files.users().ifPresent(users -> paths.add(users.file()));
      }
    }
    return stamp(paths);
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
}
