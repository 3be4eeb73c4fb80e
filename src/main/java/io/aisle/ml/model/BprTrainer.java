package io.aisle.ml.model;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.BprParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.data.NegativeSampler;
import io.aisle.ml.data.RandomStreams;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.kernel.FloatVectors;
import io.aisle.ml.kernel.PairwiseStep;
import java.util.Map;
import java.util.SplittableRandom;

/** The descent of {@link BprFamily}; the blocks of a diagonal run in parallel. */
final class BprTrainer implements ModelTrainer {
  /** Steps between two looks at the cancel signal. */
  private static final int BATCH = 1024;

  /**
   * Length of a row at the start, about. From shorter ones the factors of sparse data take longer
   * to grow than an analyst waits for a better epoch.
   */
  private static final float START = 0.4f;

  private final BprParams params;
  private final TrainingSpec training;
  private final Interactions train;
  private final Compute compute;
  private final Strength strength;
  private final SparseRows byUser;
  private final NegativeSampler negatives;
  private final boolean weighted;
  private final float meanValue;
  private final float learningRate;
  private final float keep;
  private Factors factors;
  private float[] bias;
  private int epoch;

  BprTrainer(BprParams params, TrainingSpec training, FitData data, Compute compute) {
    this.params = params;
    this.training = training;
    this.train = data.train();
    this.compute = compute;
    this.strength = Strength.of(data);
    this.byUser = strength.of(train);
    this.negatives = NegativeSampler.of(training.sampling(), byUser);
    this.weighted = data.weighted();
    this.meanValue = weighted ? mean(byUser.value()) : 1;
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
    SplittableRandom random = RandomStreams.of(compute.context().seed(), epoch + 1, -1);
    BprStrata strata = BprStrata.draw(byUser, random);
    int blocks = strata.blocks();
    NegativeSampler[] among = new NegativeSampler[blocks];
    for (int b = 0; b < blocks; b++) {
      among[b] = negatives.among(strata.items(b));
    }
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
                  losses[block] = descend(strata, block, among[block % blocks]);
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

  private static float mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum > 0 ? (float) (sum / values.length) : 1;
  }

  private double descend(BprStrata strata, int block, NegativeSampler among) {
    SplittableRandom random = RandomStreams.of(compute.context().seed(), epoch + 1, block);
    strata.shuffle(block, random);
    NegativeSampler.Scores scores = this::score;
    double loss = 0;
    for (int place = strata.start(block); place < strata.start(block + 1); place++) {
      if ((place - strata.start(block)) % BATCH == 0) {
        compute.cancel().check();
      }
      int user = strata.user(place);
      int other = among.draw(user, scores, random);
      if (other != NegativeSampler.NONE) {
        float strength = weighted ? strata.value(place) / meanValue : 1;
        loss += strength * step(user, strata.item(place), other, strength);
      }
    }
    return loss;
  }

  private float score(int user, int item) {
    FactorTable users = factors.users();
    FactorTable items = factors.items();
    return bias[item]
        + FloatVectors.dot(
            users.data(), users.at(user), items.data(), items.at(item), users.side());
  }

  private double step(int user, int item, int other, float strength) {
    FactorTable users = factors.users();
    FactorTable items = factors.items();
    int side = users.side();
    int p = users.at(user);
    int i = items.at(item);
    int j = items.at(other);
    float margin =
        PairwiseStep.margin(users.data(), p, items.data(), i, j, side) + bias[item] - bias[other];
    double odds = Math.exp(-margin);
    float gain = strength * learningRate * (float) (odds / (1 + odds));
    PairwiseStep.move(users.data(), p, items.data(), i, j, side, gain, keep);
    bias[item] = bias[item] * keep + gain;
    bias[other] = bias[other] * keep - gain;
    return Math.log1p(odds);
  }

  @Override
  public Scorer scorer() {
    return BprFamily.scorer(params, factors, bias, train, strength);
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
