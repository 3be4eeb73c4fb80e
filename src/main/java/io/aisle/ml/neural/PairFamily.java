package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.job.Parallel;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.model.ModelTrait;
import io.aisle.ml.data.FitData;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.DataShape;
import io.aisle.ml.model.FieldReader;
import io.aisle.ml.model.Footprint;
import io.aisle.ml.model.ModelFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.PairNetwork;
import io.aisle.ml.model.PairSetup;
import io.aisle.ml.model.PairState;
import io.aisle.ml.model.PairTrainer;
import io.aisle.ml.model.PairWeights;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Weights;
import java.util.Optional;

/**
 * Models of users and items that are fitted by binary cross-entropy on libtorch, with row-wise Adam
 * for their embeddings. Tensors: {@code embedding.<field> [rows, width]} for each field, and the
 * network's own.
 *
 * @param <P> the parameters of the model
 */
abstract class PairFamily<P extends ModelParams> implements ModelFamily<P> {
  /**
   * What the parameters say about the sizes of a model.
   *
   * @param width numbers of a cell
   * @param pastCells cells of the history, or 0 where it is none or one mean
   * @param dropout share of hidden units dropped in training
   * @param negatives drawn for each interaction where the data have no labels
   * @param pairCells numbers that are computed for a user and an item at a time
   * @param pairWork multiplications for a user and an item
   */
  record Sizes(
      int width, int pastCells, double dropout, int negatives, int pairCells, double pairWork) {}

  abstract Sizes sizes(P params);

  abstract PairSetup setup(P params, FitData data);

  /**
   * The network.
   *
   * @param constants makes constants that live as long as the network
   */
  abstract PairModel model(P params, PairShape shape, Constants constants);

  /**
   * The network with its loss.
   *
   * @param parallel for what is computed on the heap
   * @param manager closed with the network
   */
  PairNetwork network(
      P params, PairShape shape, FitData data, Parallel parallel, PtNDManager manager) {
    PairModel model = model(params, shape, new Constants(manager));
    return new LogisticNetwork(model, shape, sizes(params).dropout(), manager);
  }

  @Override
  public ModelTrainer trainer(P params, TrainingSpec training, FitData data, Compute compute) {
    PairSetup setup = setup(params, data);
    FieldReader reader = setup.reader();
    Sizes sizes = sizes(params);
    PairShape shape = shape(reader, sizes);
    return new PairTrainer(
        training,
        compute,
        setup.pairs(sizes.negatives(), training.sampling()),
        reader,
        sizes.width(),
        network(params, shape, data, compute.parallel(), manager(compute)),
        state -> scorer(params, shape, reader, state, manager(compute)));
  }

  @Override
  public Scorer load(P params, Weights weights, FitData data, Compute compute) {
    FieldReader reader = setup(params, data).reader();
    Sizes sizes = sizes(params);
    PairShape shape = shape(reader, sizes);
    PtNDManager manager = manager(compute);
    try {
      Layout layout = model(params, shape, new Constants(manager)).layout();
      PairWeights names = new PairWeights(reader.fields(), sizes.width(), layout);
      return scorer(params, shape, reader, names.state(weights), manager);
    } catch (RuntimeException e) {
      manager.close();
      throw e;
    }
  }

  private Scorer scorer(
      P params, PairShape shape, FieldReader reader, PairState state, PtNDManager manager) {
    PairModel model = model(params, shape, new Constants(manager));
    int cells = sizes(params).pairCells();
    return params.kind().has(ModelTrait.PREDICTS)
        ? new PairPredictor(model, shape, reader, state, cells, manager)
        : new PairScorer(model, shape, reader, state, cells, manager);
  }

  private static PairShape shape(FieldReader reader, Sizes sizes) {
    return new PairShape(
        reader.fields().userFields(),
        reader.fields().itemFields(),
        sizes.width(),
        sizes.pastCells());
  }

  static PtNDManager manager(Compute compute) {
    NativeSetup.prepare(compute.context().threads());
    return (PtNDManager)
        NativeSetup.engine().newBaseManager(Devices.toEngine(compute.context().device()));
  }

  @Override
  public double work(P params, FitData data) {
    PairSetup setup = setup(params, data);
    Sizes sizes = sizes(params);
    int candidates = setup.labels() ? 1 : 1 + sizes.negatives();
    return setup.cells(sizes.negatives()) * sizes.width()
        + (double) data.train().size() * candidates * sizes.pairWork();
  }

  @Override
  public Footprint footprint(P params, TrainingSpec training, DataShape shape) {
    Sizes sizes = sizes(params);
    double pairs = (double) training.batchSize() * (1 + sizes.negatives());
    return PairSetup.footprint(shape, 1.5, sizes.width(), 40 * pairs * sizes.pairCells());
  }

  @Override
  public Optional<String> lacks(P params, FitData data) {
    return setup(params, data).lacks();
  }
}
