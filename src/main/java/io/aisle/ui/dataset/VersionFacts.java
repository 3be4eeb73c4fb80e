package io.aisle.ui.dataset;

import io.aisle.core.comparison.ProtocolFacts;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.lineage.Lineage;
import io.aisle.core.lineage.LineageService;
import io.aisle.core.training.ListedRuns;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.VersionOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A version among the others of its data set.
 *
 * @param versions complete ones of the data set
 * @param origins where each of them comes from, by its key
 * @param runs names of the finished runs that learned from the version by how it was split, newest
 *     first
 * @param descendants versions made of it, directly or not
 */
record VersionFacts(
    DatasetVersion shown,
    List<DatasetVersion> versions,
    Map<Long, VersionOrigin> origins,
    Map<String, List<String>> runs,
    List<DatasetVersion> descendants) {
  /** Reads them; blocks. */
  static VersionFacts read(DatasetVersion shown, DatasetService service, LineageService lineages) {
    List<DatasetVersion> versions =
        service.versions().stream()
            .filter(each -> each.dataset().equals(shown.dataset()))
            .filter(each -> each.state() == DatasetVersion.State.COMPLETE)
            .toList();
    Map<Long, VersionOrigin> origins = new HashMap<>();
    versions.forEach(each -> origins.put(each.id(), service.origin(each.id())));
    Lineage lineage = lineages.of(shown.id());
    return new VersionFacts(shown, versions, origins, runs(lineage), lineage.descendants());
  }

  private static Map<String, List<String>> runs(Lineage lineage) {
    Map<String, List<String>> runs = new LinkedHashMap<>();
    for (ListedRuns.Finished run : lineage.runs()) {
      runs.computeIfAbsent(ProtocolFacts.of(run.record()).split(), each -> new ArrayList<>())
          .add(run.record().name());
    }
    return runs;
  }

  /** The version that one was made of, where it is still there. */
  Optional<DatasetVersion> parent(DatasetVersion of) {
    VersionOrigin origin = origins.get(of.id());
    return versions.stream()
        .filter(each -> origin.parentId().isPresent() && origin.parentId().getAsLong() == each.id())
        .findFirst();
  }

  List<DatasetVersion> childrenOf(DatasetVersion of) {
    return versions.stream()
        .filter(each -> parent(each).filter(of::equals).isPresent())
        .sorted(Comparator.comparingInt(DatasetVersion::version))
        .toList();
  }
}
