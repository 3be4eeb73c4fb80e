package io.aisle.core.job;

/**
 * Starts workers: {@link ProcessLauncher} as processes of their own, {@link LocalWorker} in the
 * calling thread for tests.
 */
@FunctionalInterface
public interface WorkerLauncher {
  /**
   * Starts a worker and waits for its hello. The caller closes it.
   *
   * @throws io.aisle.domain.OperationException when it does not come up; names its log
   */
  WorkerLink start(WorkerNeeds needs);
}
