package io.aisle.app.worker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.aisle.core.job.ThreadParallel;
import io.aisle.core.job.WorkerContext;
import io.aisle.core.job.WorkerOp;
import io.aisle.domain.job.Progress;
import io.aisle.domain.run.Device;
import io.aisle.domain.run.RunContext;
import io.aisle.ml.model.Compute;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;

/**
 * Measures every kernel and step in one go: {@code {threads, rounds}}; returns for each its {@code
 * name, shape, unit, median, low, high}, the last two being the extremes of the rounds.
 */
public final class BenchTableOp implements WorkerOp {
  public static final String NAME = "bench-table";

  /** Rounds before the timed ones, for the compiler; at least so many, and for so long. */
  private static final int WARM_UPS = 2;

  private static final double WARM_UP_SECONDS = 1.5;

  @Override
  public JsonNode run(JsonNode args, WorkerContext context) {
    int threads = args.required("threads").asInt();
    int rounds = args.required("rounds").asInt();
    List<Gauge> gauges = Gauges.all();
    ArrayNode table = JsonNodeFactory.instance.arrayNode();
    Device cpu = new Device(Device.Kind.CPU, 0, "cpu", 0);
    try (ThreadParallel parallel = new ThreadParallel(threads)) {
      Compute compute = new Compute(new RunContext(1, cpu, threads), parallel, context);
      for (Gauge gauge : gauges) {
        context.at(new Progress("measuring", table.size(), gauges.size()));
        double[] values = values(gauge.open().apply(compute), rounds, context);
        table
            .addObject()
            .put("name", gauge.name())
            .put("shape", gauge.shape())
            .put("unit", gauge.unit())
            .put("median", values[values.length / 2])
            .put("low", values[0])
            .put("high", values[values.length - 1]);
      }
    }
    return table;
  }

  /** In ascending order. */
  private static double[] values(DoubleSupplier round, int rounds, WorkerContext context) {
    long begin = System.nanoTime();
    int warmUps = 0;
    while (warmUps < WARM_UPS || (System.nanoTime() - begin) / 1e9 < WARM_UP_SECONDS) {
      context.check();
      warmUps += round.getAsDouble() > 0 ? 1 : 0;
    }
    double[] values = new double[rounds];
    for (int at = 0; at < rounds; at++) {
      context.check();
      values[at] = round.getAsDouble();
    }
    Arrays.sort(values);
    return values;
  }
}
