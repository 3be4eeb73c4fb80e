package io.aisle.core.lineage;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.training.ListedRuns;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.VersionName;
import io.aisle.domain.data.VersionOrigin;
import io.aisle.domain.run.RunRecord;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Follows versions to where they come from and to what depends on them. Thread-safe; blocks. */
public final class LineageService {
  private final DatasetService datasets;
  private final Supplier<List<ListedRuns.Finished>> runs;

  /**
   * @param runs the finished runs of the workspace, newest first; asked each time
   */
  public LineageService(DatasetService datasets, Supplier<List<ListedRuns.Finished>> runs) {
    this.datasets = datasets;
    this.runs = runs;
  }

  /**
   * The lineage of a version.
   *
   * @throws InputException when it is not there any more
   */
  public Lineage of(long versionId) {
    DatasetVersion version = datasets.version(versionId);
    return new Lineage(line(version), descendants(version), runsOn(version));
  }

  private List<Stage> line(DatasetVersion version) {
    Deque<Stage> line = new ArrayDeque<>();
    Optional<DatasetVersion> at = Optional.of(version);
    while (at.isPresent()) {
      VersionOrigin origin = datasets.origin(at.get().id());
      line.addFirst(new Stage(VersionName.of(at.get()).toString(), at, Optional.of(origin)));
      if (origin.parentId().isEmpty() && !origin.parent().isEmpty()) {
        line.addFirst(new Stage(origin.parent(), Optional.empty(), Optional.empty()));
      }
      at =
          origin.parentId().isPresent()
              ? Optional.of(datasets.version(origin.parentId().getAsLong()))
              : Optional.empty();
    }
    return List.copyOf(line);
  }

  private List<DatasetVersion> descendants(DatasetVersion version) {
    List<DatasetVersion> found = new ArrayList<>();
    Deque<DatasetVersion> open = new ArrayDeque<>(datasets.madeFrom(version.id()));
    while (!open.isEmpty()) {
      DatasetVersion next = open.removeFirst();
      found.add(next);
      open.addAll(datasets.madeFrom(next.id()));
    }
    found.sort(Comparator.comparingLong(DatasetVersion::id));
    return found;
  }

  private List<ListedRuns.Finished> runsOn(DatasetVersion version) {
    List<DatasetVersion> all =
        datasets.versions().stream()
            .filter(each -> each.state() == DatasetVersion.State.COMPLETE)
            .filter(each -> each.dataset().equals(version.dataset()))
            .toList();
    Set<String> fingerprints = datasets.fingerprints(version.id());
    return runs.get().stream()
        .filter(
            run ->
                run.record().dataVersion() == null
                    ? learnedLongAgo(run.record(), version, all)
                    : fingerprints.contains(run.record().dataVersion().fingerprint()))
        .toList();
  }

  private static boolean learnedLongAgo(
      RunRecord run, DatasetVersion version, List<DatasetVersion> newestFirst) {
    // what earlier programs trained on: the newest version at that time
    return run.dataset().equals(version.dataset())
        && fromWorkspace(run)
        && newestFirst.stream()
            .filter(each -> each.imported().isBefore(run.started()))
            .findFirst()
            .filter(each -> each.id() == version.id())
            .isPresent();
  }

  private static boolean fromWorkspace(RunRecord run) {
    return run.configuration().get("dataset") instanceof String;
  }
}
