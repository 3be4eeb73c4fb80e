package io.aisle.core.device;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.aisle.core.job.WorkerEvents;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.job.WorkerLink;
import io.aisle.core.job.WorkerNeeds;
import io.aisle.domain.job.CancelSignal;

/**
 * Asks a worker for the devices of this machine: this process never loads native libraries. Methods
 * block; call them in jobs. Thread-safe.
 */
public final class DeviceService {
  private static final int HEAP_MB = 128;

  private final WorkerLauncher workers;

  public DeviceService(WorkerLauncher workers) {
    this.workers = workers;
  }

  /** What a worker sees; quick, for the native library is loaded only where there is a GPU. */
  public DeviceList list(CancelSignal cancel) {
    return ask(false, cancel);
  }

  /**
   * What a worker sees once the native library is loaded, the GPU pack's when one is chosen.
   *
   * @throws io.aisle.domain.OperationException when it cannot be loaded; names the worker's log
   */
  public DeviceList check(CancelSignal cancel) {
    return ask(true, cancel);
  }

  private DeviceList ask(boolean load, CancelSignal cancel) {
    var arguments = JsonNodeFactory.instance.objectNode().put("load", load);
    try (WorkerLink worker = workers.start(new WorkerNeeds(1, HEAP_MB, "auto"))) {
      return DeviceList.of(worker.call(DevicesOp.NAME, arguments, WorkerEvents.NONE, cancel));
    }
  }
}
