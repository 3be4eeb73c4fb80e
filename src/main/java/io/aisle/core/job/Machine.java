package io.aisle.core.job;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import io.aisle.domain.job.CancelSignal;
import java.util.ArrayList;
import java.util.List;

/**
 * What this machine gives to the program and what the program takes of it: devices as a worker sees
 * them, and memory. This process never loads a native library. Thread-safe; every method blocks.
 */
public final class Machine {
  /**
   * The operation of a worker that lists devices: {@code {devices: [{id, name, memoryMb, auto}]}}.
   */
  public static final String DEVICES = "devices";

  private static final int HEAP_MB = 128;

  private final WorkerWatch workers;

  public Machine(WorkerWatch workers) {
    this.workers = workers;
  }

  /**
   * A device that can train.
   *
   * @param id such as {@code cpu} or {@code cuda:0}
   * @param name of the processor
   * @param auto whether it is taken when none is asked for
   */
  public record Offered(String id, String name, boolean auto) {}

  /**
   * Memory in use, MiB.
   *
   * @param usedMb resident memory of this process and its workers
   * @param machineMb all there is
   * @param workers processes that work for this one
   */
  public record Use(long usedMb, long machineMb, List<WorkerHello> workers) {
    public Use {
      workers = List.copyOf(workers);
    }
  }

  /** Asks a worker that is started for it. */
  public List<Offered> devices() {
    List<Offered> devices = new ArrayList<>();
    try (WorkerLink worker = workers.start(new WorkerNeeds(1, HEAP_MB, "auto"))) {
      JsonNode all =
          worker.call(DEVICES, NullNode.getInstance(), WorkerEvents.NONE, CancelSignal.NEVER);
      for (JsonNode device : all.required("devices")) {
        devices.add(
            new Offered(
                device.required("id").asText(),
                device.required("name").asText(),
                device.required("auto").asBoolean()));
      }
    }
    return devices;
  }

  /** Memory and workers now. */
  public Use use() {
    return new Use(
        Memory.ofFamilyMb(workers.peakMemoryMb()), Memory.ofMachineMb(), workers.hellos());
  }
}
