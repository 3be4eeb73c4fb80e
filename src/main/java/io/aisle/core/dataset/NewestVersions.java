package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.store.Versions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Data sets by their names. */
record NewestVersions(Versions versions) {
  /** The newest complete version of a data set. */
  Optional<DatasetVersion> find(String dataset) {
    return complete().filter(version -> version.dataset().equals(dataset)).findFirst();
  }

  private Stream<DatasetVersion> complete() {
    return versions.list().stream()
        .filter(version -> version.state() == DatasetVersion.State.COMPLETE);
  }

  /**
   * The newest complete version of a data set.
   *
   * @throws InputException naming the nearest known data set
   */
  DatasetVersion require(String dataset) {
    return find(dataset)
        .orElseThrow(
            () -> {
              List<String> known = complete().map(DatasetVersion::dataset).distinct().toList();
              return new InputException(
                  known.isEmpty()
                      ? "The workspace has no data set \"%s\", it is empty: import one with aisle import FILE --dataset %s."
                          .formatted(dataset, dataset)
                      : "The workspace has no data set \"%s\"%s: name one of %s, or import it."
                          .formatted(
                              dataset, Nearest.hint(dataset, known), String.join(", ", known)));
            });
  }
}
