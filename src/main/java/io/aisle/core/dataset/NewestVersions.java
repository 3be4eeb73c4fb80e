package io.aisle.core.dataset;

import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.VersionName;
import io.aisle.store.Versions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Data sets by their names. */
record NewestVersions(Versions versions) {
  /** The newest complete version of a data set, or the one that the name gives a number. */
  Optional<DatasetVersion> find(String name) {
    return complete().filter(VersionName.parse(name)::fits).findFirst();
  }

  private Stream<DatasetVersion> complete() {
    return versions.list().stream()
        .filter(version -> version.state() == DatasetVersion.State.COMPLETE);
  }

  /**
   * As {@link #find}.
   *
   * @throws InputException naming the nearest known data set, or the versions that there are
   */
  DatasetVersion require(String name) {
    String dataset = VersionName.parse(name).dataset();
    return find(name)
        .orElseThrow(
            () -> {
              if (find(dataset).isPresent()) {
                return new InputException(
                    "The data set \"%s\" has no complete version %s: name one of %s."
                        .formatted(
                            dataset,
                            name.substring(dataset.length() + 1),
                            complete()
                                .filter(version -> version.dataset().equals(dataset))
                                .map(version -> VersionName.of(version).toString())
                                .collect(Collectors.joining(", "))));
              }
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
