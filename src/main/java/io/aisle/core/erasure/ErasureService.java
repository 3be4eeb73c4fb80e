package io.aisle.core.erasure;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.workspace.WorkspaceLayout;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ErasedNames;
import io.aisle.domain.data.Erasure;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.Progress;
import io.aisle.domain.job.ProgressListener;
import io.aisle.store.Database;
import io.aisle.store.Erasures;
import io.aisle.store.TextSweep;
import io.aisle.store.UserEraser;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Removes a user from everything that a workspace holds. That it was asked for is recorded first,
 * so that an erasure that was cut off at any moment is gone on with. Methods block; call them in
 * jobs. Not thread-safe: one at a time, and nothing else at work in the workspace.
 */
public final class ErasureService {
  private static final int STEPS = 5;

  private final Database database;
  private final DatasetService datasets;
  private final WorkspaceLayout layout;
  private final Erasures erasures;
  private final InstantSource clock;

  public ErasureService(
      Database database, DatasetService datasets, WorkspaceLayout layout, InstantSource clock) {
    this.database = database;
    this.datasets = datasets;
    this.layout = layout;
    this.erasures = new Erasures(database);
    this.clock = clock;
  }

  /**
   * Looks what erasing a user would do; changes nothing.
   *
   * @param user external id, as it stands in the imported files
   * @param dataset whose versions and runs only; empty: all
   * @throws InputException when there is no such data set
   */
  public ErasurePlan plan(String user, Optional<String> dataset, CancelSignal cancel) {
    if (user.isBlank()) {
      throw new InputException("There is no user without an id: give the one to erase.");
    }
    dataset.ifPresent(datasets::require);
    ErasedNames names = datasets.names(user.strip());
    List<ErasurePlan.OfVersion> versions = new ArrayList<>();
    List<DatasetVersion> interrupted = new ArrayList<>();
    for (DatasetVersion version : versions(dataset.orElse(""))) {
      cancel.check();
      long events = UserEraser.events(database, version.id(), names);
      if (events >= 0 && version.state() == DatasetVersion.State.COMPLETE) {
        versions.add(new ErasurePlan.OfVersion(version, events));
      } else if (events >= 0) {
        interrupted.add(version);
      }
    }
    OutsideBackups backups = new OutsideBackups(layout);
    return new ErasurePlan(
        user.strip(),
        names,
        dataset.orElse(""),
        versions,
        interrupted,
        runs(names, dataset.orElse("")).traces(),
        Stream.concat(new OtherFiles(layout, names).removed().stream(), backups.removed().stream())
            .toList(),
        backups.elsewhere());
  }

  private List<DatasetVersion> versions(String dataset) {
    return datasets.versions().stream()
        .filter(version -> dataset.isEmpty() || version.dataset().equals(dataset))
        .toList();
  }

  private RunFolders runs(ErasedNames names, String dataset) {
    return new RunFolders(layout.runs(), names, dataset);
  }

  /**
   * Records that a user is to be erased; {@link #goOn} does it, now or at the next start.
   *
   * @throws io.aisle.domain.OperationException when somebody works on a run that has the user
   */
  public void begin(ErasurePlan plan) {
    plan.runs().forEach(RunFolders::idle);
    var unused = erasures.begin(plan.names().all(), plan.dataset(), clock.instant());
  }

  /** Erases a user. */
  public ErasureReport erase(ErasurePlan plan, ProgressListener listener) {
    begin(plan);
    return goOn(listener).orElseThrow();
  }

  /**
   * Does what was recorded and is not done yet.
   *
   * @return what came of the last; empty when there was nothing to do
   */
  public Optional<ErasureReport> goOn(ProgressListener listener) {
    Optional<ErasureReport> last = Optional.empty();
    for (Optional<Erasure> next = erasures.unfinished();
        next.isPresent();
        next = erasures.unfinished()) {
      last = Optional.of(finish(next.get(), listener));
    }
    return last;
  }

  private ErasureReport finish(Erasure erasure, ProgressListener listener) {
    Optional<ErasedNames> names = Optional.empty();
    if (erasure.state() == Erasure.State.BEGUN) {
      names = Optional.of(new ErasedNames(erasure.names()));
      remove(erasure, names.get(), listener);
    }
    at(4, listener);
    database.compact();
    erasures.done(erasure.id());
    at(STEPS, listener);
    Erasure done = erasures.find(erasure.id()).orElseThrow();
    return new ErasureReport(
        done.events(),
        done.runs(),
        done.runs().stream()
            .map(run -> layout.runs().resolve(run).resolve(RunFolders.AGAIN))
            .filter(Files::exists)
            .toList(),
        new OutsideBackups(layout).left(),
        names.map(each -> new OtherFiles(layout, each).left()).orElse(List.of()));
  }

  private void remove(Erasure erasure, ErasedNames names, ProgressListener listener) {
    at(0, listener);
    for (DatasetVersion version : versions(erasure.dataset())) {
      if (version.state() == DatasetVersion.State.COMPLETE) {
        boolean unused = datasets.eraseUser(version.id(), names, erasure.id(), CancelSignal.NEVER);
      } else if (UserEraser.events(database, version.id(), names) >= 0) {
        datasets.remove(version.id());
      }
    }
    at(1, listener);
    int unused = new TextSweep(database).run(names);
    at(2, listener);
    RunFolders runs = runs(names, erasure.dataset());
    List<UserTrace> traces = runs.traces();
    TreeSet<String> learned = new TreeSet<>(erasure.runs());
    traces.stream()
        .filter(trace -> trace.learned() && trace.complete())
        .forEach(trace -> learned.add(trace.name()));
    erasures.learned(erasure.id(), List.copyOf(learned));
    String standIn = "erased-" + erasure.id();
    traces.forEach(trace -> runs.erase(trace, standIn, clock.instant()));
    at(3, listener);
    new OtherFiles(layout, names).erase();
    new OutsideBackups(layout).erase();
    erasures.forget(erasure.id());
  }

  private static void at(int step, ProgressListener listener) {
    listener.at(new Progress("erasing", step, STEPS));
  }
}
