package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.BprParams;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.kernel.PairwiseStep;
import java.util.Map;
import java.util.SplittableRandom;

/** The descent of {@link BprFamily}; the blocks of a diagonal run in parallel. */
final class BprTrainer implements ModelTrainer {
  /** Steps between two looks at the cancel signal. */
  private static final int BATCH = 1024;

  /** Draws of a negative before an interaction is passed over in this epoch. */
  private static final int DRAWS = 16;

  private static final float START = 0.1f;

  private final BprParams params;
  private final TrainingSpec training;
  private final Interactions train;
  private final Compute compute;
  private final SparseRows byUser;
  private final float learningRate;
  private final float keep;
  private Factors factors;
  private float[] bias;
  private int epoch;

  BprTrainer(BprParams params, TrainingSpec training, Interactions train, Compute compute) {
    this.params = params;
    this.training = training;
    this.train = train;
    this.compute = compute;
    this.byUser = SparseRows.of(train);
    this.learningRate = (float) training.learningRate();
    this.keep = (float) (1 - training.learningRate() * params.regularization());
    SplittableRandom random = new SplittableRandom(compute.context().seed());
    float scale = START / (float) Math.sqrt(params.embeddingSize());
    this.factors = Factors.random(train, params.embeddingSize(), scale, random);
    this.bias = new float[train.items()];
  }

  @Override
  public EpochReport trainEpoch() {
    compute.cancel().check();
    SplittableRandom random = random(epoch + 1, -1);
    BprStrata strata = BprStrata.draw(byUser, random);
    int blocks = strata.blocks();
    double[] losses = new double[blocks * blocks];
    double sum = 0;
    long steps = 0;
    for (int diagonal = 0; diagonal < blocks; diagonal++) {
      int shift = diagonal;
      compute
          .parallel()
          .forRange(
              0,
              blocks,
              1,
              (from, to, worker) -> {
                for (int row = from; row < to; row++) {
                  int block = row * blocks + (row + shift) % blocks;
                  losses[block] = descend(strata, block);
                }
              });
      for (int row = 0; row < blocks; row++) {
        int block = row * blocks + (row + shift) % blocks;
        sum += losses[block];
        steps += strata.start(block + 1) - strata.start(block);
      }
      DivergedException.check(sum, epoch + 1, steps, training.learningRate());
    }
    epoch++;
    return new EpochReport(epoch, sum / Math.max(1, byUser.size()));
  }

  private double descend(BprStrata strata, int block) {
    SplittableRandom random = random(epoch + 1, block);
    strata.shuffle(block, random);
    double loss = 0;
    for (int place = strata.start(block); place < strata.start(block + 1); place++) {
      if ((place - strata.start(block)) % BATCH == 0) {
        compute.cancel().check();
      }
      int user = strata.user(place);
      int other = negative(strata, user, block % strata.blocks(), random);
      if (other >= 0) {
        loss += step(user, strata.item(place), other);
      }
    }
    return loss;
  }

  /** An item that the user does not have, or -1. */
  private int negative(BprStrata strata, int user, int itemBlock, SplittableRandom random) {
    for (int draw = 0; draw < DRAWS; draw++) {
      int item = strata.anyItem(itemBlock, random);
      if (!byUser.contains(user, item)) {
        return item;
      }
    }
    return -1;
  }

  private double step(int user, int item, int other) {
    FactorTable users = factors.users();
    FactorTable items = factors.items();
    int side = users.side();
    int p = users.at(user);
    int i = items.at(item);
    int j = items.at(other);
    float margin =
        PairwiseStep.margin(users.data(), p, items.data(), i, j, side) + bias[item] - bias[other];
    double odds = Math.exp(-margin);
    float gain = learningRate * (float) (odds / (1 + odds));
    PairwiseStep.move(users.data(), p, items.data(), i, j, side, gain, keep);
    bias[item] = bias[item] * keep + gain;
    bias[other] = bias[other] * keep - gain;
    return Math.log1p(odds);
  }

  /** The generator of one block in one epoch. */
  private SplittableRandom random(int epochNumber, int block) {
    long mixed = compute.context().seed() * 0x9E3779B97F4A7C15L + epochNumber;
    return new SplittableRandom(mixed * 0xD1342543DE82EF95L + block);
  }

  @Override
  public Scorer scorer() {
    return BprFamily.scorer(params, factors, bias, train);
  }

  @Override
  public Weights weights() {
    Map<String, Tensor> tensors = factors.tensors();
    tensors.put(BprFamily.BIAS, Tensor.of(bias.clone(), bias.length));
    return new Weights(tensors, Map.of());
  }

  @Override
  public Weights checkpoint() {
    return Factors.checkpoint(weights(), epoch);
  }

  @Override
  public void restore(Weights checkpoint) {
    int reached = Factors.epoch(checkpoint);
    float[] savedBias = checkpoint.values(BprFamily.BIAS, train.items()).clone();
    factors = Factors.of(checkpoint, train, params.embeddingSize());
    bias = savedBias;
    epoch = reached;
  }
}
