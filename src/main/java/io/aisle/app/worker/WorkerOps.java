package io.aisle.app.worker;

import io.aisle.core.device.DevicesOp;
import io.aisle.core.explanation.ExplainOp;
import io.aisle.core.explanation.FaithfulnessOp;
import io.aisle.core.explanation.FeaturesOp;
import io.aisle.core.explanation.WhatIfOp;
import io.aisle.core.explanation.WhyNotOp;
import io.aisle.core.export.ExportOp;
import io.aisle.core.job.WorkerOp;
import io.aisle.core.lists.FuseOp;
import io.aisle.core.lists.PreviewOp;
import io.aisle.core.lists.RerankOp;
import io.aisle.core.lists.SampledOp;
import io.aisle.core.neighbours.DriftOp;
import io.aisle.core.neighbours.MapOp;
import io.aisle.core.neighbours.NeighboursOp;
import io.aisle.core.robustness.RobustnessOp;
import io.aisle.core.training.ForecastOp;
import io.aisle.core.training.ListsOp;
import io.aisle.core.training.OpenRuns;
import io.aisle.core.training.TrainOp;
import io.aisle.core.training.TrialOp;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a worker can do, by name. Written with lambdas, so that the classes behind an operation are
 * loaded when it is first called and a worker says hello quickly.
 */
public final class WorkerOps {
  private WorkerOps() {}

  /** A new set of operations; they may share objects, for a worker runs them on one thread. */
  public static Map<String, WorkerOp> all() {
    Map<String, WorkerOp> operations = new LinkedHashMap<>();
    operations.put("echo", (args, context) -> args);
    operations.put(TrainOp.NAME, (args, context) -> new TrainOp().run(args, context));
    OpenRuns runs = new OpenRuns();
    operations.put(ListsOp.NAME, (args, context) -> new ListsOp(runs).run(args, context));
    operations.put(ExportOp.NAME, (args, context) -> new ExportOp(runs).run(args, context));
    operations.put(ExplainOp.NAME, (args, context) -> new ExplainOp(runs).run(args, context));
    operations.put(WhatIfOp.NAME, (args, context) -> new WhatIfOp(runs).run(args, context));
    operations.put(WhyNotOp.NAME, (args, context) -> new WhyNotOp(runs).run(args, context));
    operations.put(
        FaithfulnessOp.NAME, (args, context) -> new FaithfulnessOp(runs).run(args, context));
    operations.put(NeighboursOp.NAME, (args, context) -> new NeighboursOp(runs).run(args, context));
    operations.put(MapOp.NAME, (args, context) -> new MapOp(runs).run(args, context));
    operations.put(DriftOp.NAME, (args, context) -> new DriftOp(runs).run(args, context));
    operations.put(FeaturesOp.NAME, (args, context) -> new FeaturesOp(runs).run(args, context));
    operations.put(RerankOp.NAME, (args, context) -> new RerankOp(runs).run(args, context));
    operations.put(FuseOp.NAME, (args, context) -> new FuseOp(runs).run(args, context));
    operations.put(SampledOp.NAME, (args, context) -> new SampledOp(runs).run(args, context));
    operations.put(RobustnessOp.NAME, (args, context) -> new RobustnessOp(runs).run(args, context));
    operations.put(PreviewOp.NAME, (args, context) -> new PreviewOp(runs).run(args, context));
    operations.put(ForecastOp.NAME, (args, context) -> new ForecastOp().run(args, context));
    operations.put(TrialOp.NAME, new TrialOp());
    operations.put(BenchTableOp.NAME, (args, context) -> new BenchTableOp().run(args, context));
    operations.put(BenchOp.NAME, (args, context) -> new BenchOp().run(args, context));
    operations.put(DevicesOp.NAME, (args, context) -> new DevicesOp().run(args, context));
    return operations;
  }
}
