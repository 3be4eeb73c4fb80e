package io.aisle.app.worker;

import io.aisle.core.job.WorkerNeeds;
import io.aisle.core.job.WorkerServer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;

/**
 * Main of the worker process. Its output belongs to the protocol; whoever prints goes to the log.
 */
public final class WorkerMain {
  private WorkerMain() {}

  /**
   * @param arguments what {@link WorkerNeeds#ofArguments} reads
   */
  public static void main(String[] arguments) {
    System.setOut(System.err);
    new WorkerServer(WorkerOps.all(), System.in, new FileOutputStream(FileDescriptor.out))
        .serve(WorkerNeeds.ofArguments(arguments));
  }
}
