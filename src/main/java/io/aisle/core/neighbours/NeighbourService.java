package io.aisle.core.neighbours;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.WorkerEvents;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.core.training.WarmWorker;
import io.aisle.core.users.RunDataCache;
import io.aisle.core.users.RunFacts;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.run.RunRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The items of runs: which are alike to the model, as a map, and how that differs between two runs.
 * Computed in workers of its own, which stay warm; maps and drifts are kept for the next question.
 * Every method blocks; call it in a job. Thread-safe. Close it.
 */
public final class NeighbourService implements AutoCloseable {
  private static final int KEPT = 12;

  private final WarmWorker worker;

  /** For what takes long: a list of neighbours is not to wait for a map. */
  private final WarmWorker drawer;

  private final Optional<DatasetService> datasets;
  private final RunDataCache data;
  private final Map<Object, Object> kept = new LinkedHashMap<>(16, 0.75f, true);

  /** Knows of items what the runs know. */
  public NeighbourService(WorkerLauncher workers) {
    this(workers, Optional.empty(), new RunDataCache());
  }

  /**
   * @param datasets where prices of items are; empty: only what runs know
   * @param data shared with others who look at the same runs
   */
  public NeighbourService(
      WorkerLauncher workers, Optional<DatasetService> datasets, RunDataCache data) {
    this.worker = new WarmWorker(workers);
    this.drawer = new WarmWorker(workers);
    this.datasets = datasets;
    this.data = data;
  }

  /**
   * The items that a run's model holds for nearest to one.
   *
   * @param k how many, 1 to 1,000
   * @throws InputException when run or item are not there, or the model knows nothing of items
   */
  public Neighbourhood nearest(RunFolder run, String item, int k, JobControl control) {
    requireLength(k);
    ObjectNode args = arguments(run);
    args.put("item", item);
    args.put("k", k);
    return ask(worker, List.of(run), NeighboursOp.NAME, args, Neighbourhood.class, control);
  }

  /**
   * The items as points; takes half a minute for UMAP of 20,000.
   *
   * @throws InputException when the run's model has no vectors
   */
  public ItemMap map(RunFolder run, Projection projection, long seed, JobControl control) {
    record Key(RunFolder run, Instant changed, Projection projection, long seed) {}
    return once(
        new Key(run, run.changed(), projection, seed),
        () -> {
          ObjectNode args = arguments(run);
          args.put("projection", projection.name());
          args.put("seed", seed);
          return ask(drawer, List.of(run), MapOp.NAME, args, ItemMap.class, control);
        });
  }

  /**
   * How neighbourhoods differ between two runs.
   *
   * @param k nearest items compared, 1 to 1,000
   * @throws InputException when a model knows nothing of items, or the runs share none
   */
  public Drift drift(RunFolder run, RunFolder against, int k, JobControl control) {
    requireLength(k);
    record Key(RunFolder run, Instant changed, RunFolder against, Instant then, int k) {}
    return once(
        new Key(run, run.changed(), against, against.changed(), k),
        () -> {
          ObjectNode args = arguments(run);
          args.put("against", against.path().toAbsolutePath().toString());
          args.put("k", k);
          return ask(drawer, List.of(run, against), DriftOp.NAME, args, Drift.class, control);
        });
  }

  /** What is known of a run's items, prices included where the workspace has its data set. */
  public ItemTraits traits(RunFolder run, JobControl control) {
    RunRecord record = run.record();
    record Key(String protocol, String data) {}
    return once(
        new Key(record.protocolHash(), record.dataFingerprint()),
        () -> {
          RunFacts facts = data.of(run);
          Catalogue catalogue = facts.data().catalogue();
          return ItemTraits.of(
              catalogue.items(),
              catalogue.titles(),
              catalogue.categories(),
              facts.itemUsers(),
              prices(record, catalogue, control));
        });
  }

  private double[] prices(RunRecord run, Catalogue catalogue, JobControl control) {
    Optional<DatasetVersion> version =
        run.configuration().get("dataset") instanceof String
            ? datasets.flatMap(sets -> sets.newest(run.dataset())).filter(DatasetVersion::trainable)
            : Optional.empty();
    return version
        .map(
            found -> datasets.orElseThrow().load(found.id(), control).meanPrices(catalogue.items()))
        .orElseGet(
            () -> {
              double[] none = new double[catalogue.items().size()];
              Arrays.fill(none, Double.NaN);
              return none;
            });
  }

  private static void requireLength(int k) {
    if (k < 1 || k > 1000) {
      throw new InputException(
          "k is %d, but a neighbourhood has at least 1 and at most 1000 items".formatted(k));
    }
  }

  /** What was asked before is not computed again, as long as the run is the same. */
  @SuppressWarnings("unchecked") // each kind of key goes with one kind of answer
  private <T> T once(Object key, Supplier<T> make) {
    synchronized (kept) {
      Object known = kept.get(key);
      if (known != null) {
        return (T) known;
      }
    }
    T made = make.get();
    synchronized (kept) {
      kept.put(key, made);
      while (kept.size() > KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return made;
  }

  private static <T> T ask(
      WarmWorker asked,
      List<RunFolder> runs,
      String op,
      ObjectNode args,
      Class<T> type,
      JobControl control) {
    JsonNode answer = asked.ask(runs, op, args, WorkerEvents.of(control), control);
    try {
      return RunJson.mapper().treeToValue(answer, type);
    } catch (JsonProcessingException e) {
      throw new OperationException("The worker's answer about items cannot be read; try again", e);
    }
  }

  private static ObjectNode arguments(RunFolder run) {
    ObjectNode args = RunJson.mapper().createObjectNode();
    args.put("folder", run.path().toAbsolutePath().toString());
    return args;
  }

  /** Ends the workers. */
  @Override
  public void close() {
    drawer.close();
    worker.close();
  }
}
