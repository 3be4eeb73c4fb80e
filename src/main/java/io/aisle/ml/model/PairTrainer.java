package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.Parallel;
import io.aisle.ml.embedding.AdamArray;
import io.aisle.ml.embedding.Bags;
import io.aisle.ml.embedding.PairBatch;
import io.aisle.ml.embedding.Pairs;
import io.aisle.ml.embedding.RowTable;
import io.aisle.ml.embedding.RowwiseAdam;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Trains a model on batches of users and items: the rows of a batch are gathered on the heap, the
 * model gives their gradients and those of its dense weights, and row-wise Adam updates both; so a
 * step costs the same however large the catalogue. Confined to one thread.
 */
public final class PairTrainer implements ModelTrainer {
  private final TrainingSpec training;
  private final Compute compute;
  private final Pairs pairs;
  private final FieldReader reader;
  private final PairNetwork network;
  private final RowwiseAdam adam;
  private final LearningRate rate;
  private final long steps;
  private final PairWeights names;
  private final Function<PairState, Scorer> scorers;
  private final Bags users = new Bags();
  private final Bags items = new Bags();
  private PairNetwork.Gradients gradients =
      new PairNetwork.Gradients(new float[0], new float[0], new float[0]);
  private float[] userCells = new float[0];
  private float[] itemCells = new float[0];
  private int epoch;

  /**
   * @param width values of a row of embeddings
   * @param network closed with this trainer
   * @param scorers makes a scorer from parameters, which it may keep
   */
  public PairTrainer(
      TrainingSpec training,
      Compute compute,
      Pairs pairs,
      FieldReader reader,
      int width,
      PairNetwork network,
      Function<PairState, Scorer> scorers) {
    this.training = training;
    this.compute = compute;
    this.pairs = pairs;
    this.reader = reader;
    this.network = network;
    this.scorers = scorers;
    this.names = new PairWeights(reader.fields(), width, network.layout());
    SplittableRandom random = random(0);
    RowTable table = new RowTable(reader.fields().rows(), width, reader.initial(width, random));
    AdamArray dense = AdamArray.of(network.layout().initial(random.nextLong()));
    Parallel parallel = compute.parallel();
    this.adam =
        new RowwiseAdam(table, dense, training.weightDecay(), training.clipNorm(), parallel);
    long batches = Math.ceilDiv(pairs.size(), training.batchSize());
    this.rate = LearningRate.of(training);
    this.steps = Math.ceilDiv(batches, training.accumulate()) * training.epochs();
    reader.fields().settleUnknown(table, reader.allTimes());
  }

  @Override
  public EpochReport trainEpoch() {
    compute.cancel().check();
    int next = epoch + 1;
    SplittableRandom random = random(next);
    network.begin(random.nextLong());
    int[] order = pairs.order(random);
    double sum = 0;
    long count = 0;
    int pending = 0;
    long batches = 0;
    for (int from = 0; from < order.length; from += training.batchSize()) {
      compute.cancel().check();
      int to = Math.min(order.length, from + training.batchSize());
      PairNetwork.Loss loss = batch(pairs.batch(order, from, to, random));
      DivergedException.check(loss.sum(), next, ++batches, training.learningRate());
      sum += loss.sum();
      count += loss.count();
      pending++;
      if (pending == training.accumulate() || to == order.length) {
        adam.step(rate.at(adam.steps() + 1, steps), pending);
        pending = 0;
      }
    }
    reader.fields().settleUnknown(adam.table(), reader.allTimes());
    epoch = next;
    return new EpochReport(epoch, count == 0 ? Double.NaN : sum / count);
  }

  /** The generator of one epoch; 0 is the beginning. */
  private SplittableRandom random(int number) {
    return new SplittableRandom(compute.context().seed() * 0x9E3779B97F4A7C15L + number);
  }

  private PairNetwork.Loss batch(PairBatch batch) {
    int[] past = new int[batch.rows()];
    reader.read(batch, users, items, past);
    RowTable table = adam.table();
    resize(users.cells() * table.width(), items.cells() * table.width());
    table.pool(users, compute.parallel(), userCells);
    table.pool(items, compute.parallel(), itemCells);
    PairNetwork.Loss loss =
        network.backward(
            new PairNetwork.Input(batch, userCells, itemCells, past, adam.dense().values()),
            gradients);
    adam.add(users, gradients.users());
    adam.add(items, gradients.items());
    adam.add(gradients.dense());
    return loss;
  }

  /** Arrays of exactly the sizes of this batch; all batches but the last of an epoch are alike. */
  private void resize(int userSize, int itemSize) {
    if (userCells.length != userSize || itemCells.length != itemSize) {
      userCells = new float[userSize];
      itemCells = new float[itemSize];
      gradients =
          new PairNetwork.Gradients(
              new float[userSize], new float[itemSize], new float[adam.dense().size()]);
    }
  }

  @Override
  public Scorer scorer() {
    return scorers.apply(new PairState(adam.table(), adam.dense().values()));
  }

  @Override
  public Weights weights() {
    return names.weights(adam.table().values(), adam.dense().values());
  }

  @Override
  public Weights checkpoint() {
    return names.checkpoint(adam, epoch);
  }

  @Override
  public void restore(Weights checkpoint) {
    epoch = names.restore(checkpoint, adam);
  }

  @Override
  public void close() {
    network.close();
  }
}
