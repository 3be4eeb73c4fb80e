package io.aisle.ml.model.graph;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.NegativeSampler;
import io.aisle.ml.data.RandomStreams;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.kernel.AdamStep;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.DivergedException;
import io.aisle.ml.model.EpochReport;
import io.aisle.ml.model.FactorTable;
import io.aisle.ml.model.LearningRate;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Tensor;
import io.aisle.ml.model.Weights;
import java.util.Map;

/**
 * Fits embeddings of nodes through a model of the graph: for each batch one pass forward over the
 * whole graph, the pairwise loss of the batch, one pass back, one step of Adam. Besides, half
 * {@code regularization} times the squared length of the embeddings that a pair touches is part of
 * its loss. The same for any number of threads.
 */
final class GraphTrainer implements ModelTrainer {
  /** Rows of embeddings that a thread moves at a time. */
  private static final int GRAIN = 256;

  /** Steps of an epoch at most, for each goes over the whole graph. */
  private static final int MOST_STEPS = 64;

  private static final float START = 0.1f;
  private static final String EMBEDDINGS = "embeddings";
  private static final String OWN = "parameters";
  private static final String EPOCH = "epoch";
  private static final String STEPS = "steps";

  private final GraphModel model;
  private final TrainingSpec training;
  private final FitData data;
  private final double regularization;
  private final int batchRows;
  private final Compute compute;
  private final PairOrder order;
  private final PairBatch batch;
  private final int[] counts;
  private final float[] gradient;
  private FactorTable table;
  private AdamMoments moments;
  private AdamMoments ownMoments;
  private int epoch;
  private int steps;

  GraphTrainer(
      GraphModel model,
      int embeddingSize,
      double regularization,
      TrainingSpec training,
      FitData data,
      SparseRows byUser,
      Compute compute) {
    this.model = model;
    this.training = training;
    this.data = data;
    this.regularization = regularization;
    this.compute = compute;
    this.table =
        FactorTable.random(
            data.users() + data.items(),
            embeddingSize,
            START,
            RandomStreams.of(compute.context().seed(), 0, 0));
    this.moments = new AdamMoments(table.data().length);
    this.ownMoments = new AdamMoments(model.parameters().length);
    this.batchRows = batchRows(training, byUser.size());
    this.order = new PairOrder(byUser, data.weighted());
    this.batch =
        new PairBatch(
            order,
            NegativeSampler.of(training.sampling(), byUser),
            Math.min(batchRows, byUser.size()),
            table.side(),
            compute.parallel());
    this.counts = new int[table.rows()];
    this.gradient = new float[table.data().length];
  }

  /**
   * Pairs of a batch: as the training says, but so many that the cost of an epoch grows linearly.
   */
  private static int batchRows(TrainingSpec training, int pairs) {
    return Math.max(training.batchSize(), Math.ceilDiv(pairs, MOST_STEPS));
  }

  /** Steps of an epoch. */
  static int steps(TrainingSpec training, int pairs) {
    return Math.ceilDiv(pairs, batchRows(training, pairs));
  }

  @Override
  public EpochReport trainEpoch() {
    compute.cancel().check();
    long seed = compute.context().seed();
    order.shuffle(seed, epoch + 1);
    double sum = 0;
    int to;
    for (int from = 0; from < order.size(); from = to) {
      if (from > 0) {
        compute.cancel().check();
      }
      to = (int) Math.min(order.size(), (long) from + batchRows);
      float[] outputs = model.forward(table.data());
      sum += batch.take(from, to, outputs, seed, epoch + 1);
      DivergedException.check(sum, epoch + 1, from / batchRows + 1, training.learningRate());
      batch.gradient(outputs, gradient);
      batch.count(counts);
      move(model.backward(gradient), (float) (regularization / (to - from)));
    }
    epoch++;
    return new EpochReport(epoch, sum / Math.max(1, order.size()));
  }

  private void move(float[] slope, float penalty) {
    steps++;
    long total = Math.ceilDiv(order.size(), batchRows) * (long) training.epochs();
    AdamStep step = new AdamStep(LearningRate.of(training).at(steps, total), steps);
    compute
        .parallel()
        .forRange(
            0,
            table.rows(),
            GRAIN,
            (first, end, worker) -> {
              for (int node = first; node < end; node++) {
                step.move(
                    table.data(),
                    slope,
                    moments.first(),
                    moments.second(),
                    table.at(node),
                    table.at(node + 1),
                    counts[node] * penalty);
              }
            });
    step.move(
        model.parameters(),
        model.gradient(),
        ownMoments.first(),
        ownMoments.second(),
        0,
        model.parameters().length,
        0);
  }

  @Override
  public Scorer scorer() {
    return model.scorer(table.data());
  }

  @Override
  public Weights weights() {
    Map<String, Tensor> tensors = Embeddings.tensors(table, data.users());
    tensors.putAll(model.tensors());
    return new Weights(tensors, Map.of());
  }

  @Override
  public Weights checkpoint() {
    Map<String, Tensor> tensors = weights().tensors();
    moments.putInto(tensors, EMBEDDINGS);
    ownMoments.putInto(tensors, OWN);
    Map<String, String> notes =
        Map.of(EPOCH, Integer.toString(epoch), STEPS, Integer.toString(steps));
    return new Weights(tensors, notes);
  }

  @Override
  public void restore(Weights checkpoint) {
    int reached = checkpoint.number(EPOCH);
    int taken = checkpoint.number(STEPS);
    AdamMoments saved = AdamMoments.of(checkpoint, EMBEDDINGS, table.data().length);
    AdamMoments savedOwn = AdamMoments.of(checkpoint, OWN, model.parameters().length);
    table = Embeddings.of(checkpoint, data.train(), table.size());
    model.restore(checkpoint);
    moments = saved;
    ownMoments = savedOwn;
    epoch = reached;
    steps = taken;
  }
}
