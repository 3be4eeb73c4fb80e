package io.aisle.core.job;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts workers through another launcher and remembers which are alive. Thread-safe. */
public final class WorkerWatch implements WorkerLauncher {
  private final WorkerLauncher launcher;
  private final List<WorkerLink> links = new CopyOnWriteArrayList<>();

  public WorkerWatch(WorkerLauncher launcher) {
    this.launcher = launcher;
  }

  @Override
  public WorkerLink start(WorkerNeeds needs) {
    WorkerLink link = launcher.start(needs);
    links.removeIf(earlier -> !earlier.alive());
    links.add(link);
    return link;
  }

  /** What the workers that are alive have said of themselves. */
  public List<WorkerHello> hellos() {
    return alive().stream().map(WorkerLink::hello).toList();
  }

  /** Resident memory of the workers that are alive, at its highest, MiB. */
  public long peakMemoryMb() {
    return alive().stream().mapToLong(WorkerLink::peakMemoryMb).sum();
  }

  private List<WorkerLink> alive() {
    return links.stream().filter(WorkerLink::alive).toList();
  }
}
