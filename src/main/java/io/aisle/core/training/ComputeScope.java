package io.aisle.core.training;

import io.aisle.core.job.Memory;
import io.aisle.core.job.ThreadParallel;
import io.aisle.core.job.Versions;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.model.ModelTrait;
import io.aisle.domain.run.Device;
import io.aisle.domain.run.RunContext;
import io.aisle.ml.model.Compute;
import io.aisle.ml.neural.DeviceChoice;
import io.aisle.ml.neural.Devices;
import io.aisle.ml.neural.NativeSetup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Device and threads of one run in a worker. Confined to the worker's thread.
 *
 * @param note what must be said about the device; empty when it is the one asked for
 */
record ComputeScope(
    Compute compute, ThreadParallel parallel, Map<String, String> versions, Optional<String> note)
    implements AutoCloseable {
  private static final Device CPU =
      new Device(Device.Kind.CPU, 0, System.getProperty("os.arch"), Memory.ofMachineMb());

  static ComputeScope open(Experiment experiment, int threads, CancelSignal cancel) {
    boolean neural = experiment.model().kind().has(ModelTrait.TORCH);
    if (neural) {
      NativeSetup.prepare(threads);
    }
    // the other models need no native library, not even to ask what devices there are
    DeviceChoice choice =
        neural
            ? Devices.choose(experiment.training().device())
            : new DeviceChoice(CPU, Optional.empty());
    Map<String, String> versions = new LinkedHashMap<>(Versions.ofThisJvm());
    if (neural) {
      versions.putAll(NativeSetup.versions());
    }
    ThreadParallel parallel = new ThreadParallel(threads);
    RunContext context = new RunContext(experiment.training().seed(), choice.device(), threads);
    return new ComputeScope(
        new Compute(context, parallel, cancel), parallel, versions, choice.note());
  }

  @Override
  public void close() {
    parallel.close();
  }
}
