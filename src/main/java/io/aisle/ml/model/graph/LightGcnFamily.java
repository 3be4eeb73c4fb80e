package io.aisle.ml.model.graph;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.LightGcnParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.DataShape;
import io.aisle.ml.model.Footprint;
import io.aisle.ml.model.ModelFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Weights;

/**
 * LightGCN (He and others, 2020): embeddings of users and items, averaged with those of their
 * neighbours up to {@code layers} edges away by the symmetrically normalised adjacency, {@code out
 * = 1/(L+1) * (E + A E + ... + A^L E)}; a score is the inner product of two outputs. Fitted to
 * {@code -ln sigma(s_ui - s_uj)} with the embeddings penalised, by Adam; one pass over the whole
 * graph for each batch, so large batches are fast, and none is below a 64th of the pairs: the cost
 * of an epoch grows linearly. With strengths of behaviours edges are weighted and so are the
 * positives. Strangers and edited histories get what the graph sends along edges to their history
 * ({@link LightGcnUsers}).
 *
 * <p>Tensors: {@code user_factors [users, embeddingSize]}, {@code item_factors [items,
 * embeddingSize]}: the embeddings before averaging.
 */
public final class LightGcnFamily implements ModelFamily<LightGcnParams> {
  /** Cells by user, their order, and both directions of an edge with their weights. */
  private static final double EDGE_BYTES = 60;

  @Override
  public ModelTrainer trainer(
      LightGcnParams params, TrainingSpec training, FitData data, Compute compute) {
    SparseRows byUser = SparseRows.of(data.train());
    Graph graph = Graph.of(byUser, data.weighted());
    return new GraphTrainer(
        new LightGcn(data, graph, params, compute.parallel()),
        params.embeddingSize(),
        params.regularization(),
        training,
        data,
        byUser,
        compute);
  }

  @Override
  public Scorer load(LightGcnParams params, Weights weights, FitData data, Compute compute) {
    float[] embeddings = Embeddings.of(weights, data.train(), params.embeddingSize()).data();
    Graph graph = Graph.of(SparseRows.of(data.train()), data.weighted());
    return new LightGcn(data, graph, params, compute.parallel()).scorer(embeddings);
  }

  @Override
  public double work(LightGcnParams params, FitData data) {
    return work(params, TrainingSpec.defaults(params.kind()), data);
  }

  @Override
  public double work(LightGcnParams params, TrainingSpec training, FitData data) {
    double pairs = data.train().size();
    double steps = GraphTrainer.steps(training, data.train().size());
    double nodes = (double) data.users() + data.items();
    return steps * params.embeddingSize() * (4.0 * params.layers() * pairs + 20 * nodes);
  }

  @Override
  public Footprint footprint(LightGcnParams params, TrainingSpec training, DataShape shape) {
    // embeddings, moments, gradients, outputs and buffers; copies for checkpoint and best epoch
    double perNode = 4.0 * 13 * params.embeddingSize();
    return new Footprint(
        perNode * (shape.users() + shape.items()) + EDGE_BYTES * shape.interactions(), 0);
  }
}
