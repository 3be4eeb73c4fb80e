package io.aisle.ml.model.graph;

import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.GatParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.data.RandomStreams;
import io.aisle.ml.data.SparseRows;
import io.aisle.ml.model.Compute;
import io.aisle.ml.model.DataShape;
import io.aisle.ml.model.Footprint;
import io.aisle.ml.model.ModelFamily;
import io.aisle.ml.model.ModelTrainer;
import io.aisle.ml.model.Scorer;
import io.aisle.ml.model.Weights;

/**
 * Graph attention (Velickovic and others, 2018) over the graph of users and items: as LightGCN, but
 * how much a neighbour counts is learned ({@link GatLayer}). Departs from the paper where a
 * recommender wants it: the outputs are the mean of the embeddings and of all layers, so a node
 * needs no edge to itself; between layers there is no nonlinearity but that of the attention; all
 * layers put their heads side by side. With strengths of behaviours an edge's share in the softmax
 * is multiplied by its strength, and positives are weighted. Strangers and edited histories get
 * what the layers give to a user with edges to their history ({@link GatUser}).
 *
 * <p>Tensors: {@code user_factors [users, embeddingSize]} and {@code item_factors [items,
 * embeddingSize]}, the embeddings; for each layer n {@code layern.weight [embeddingSize,
 * embeddingSize]}, {@code layern.asking [embeddingSize]}, {@code layern.asked [embeddingSize]}.
 */
public final class GatFamily implements ModelFamily<GatParams> {
  /** Cells by user, their order, both directions of an edge with strength and way back. */
  private static final double EDGE_BYTES = 76;

  @Override
  public ModelTrainer trainer(
      GatParams params, TrainingSpec training, FitData data, Compute compute) {
    SparseRows byUser = SparseRows.of(data.train());
    GatWeights weights =
        GatWeights.initial(params, RandomStreams.of(compute.context().seed(), 0, 1));
    Graph graph = Graph.of(byUser, data.weighted());
    return new GraphTrainer(
        new Gat(data, graph, params, weights, compute.parallel()),
        params.embeddingSize(),
        params.regularization(),
        training,
        data,
        byUser,
        compute);
  }

  @Override
  public Scorer load(GatParams params, Weights weights, FitData data, Compute compute) {
    float[] embeddings = Embeddings.of(weights, data.train(), params.embeddingSize()).data();
    GatWeights own = GatWeights.zeros(params.layers(), params.embeddingSize());
    own.restore(weights);
    Graph graph = Graph.of(SparseRows.of(data.train()), data.weighted());
    return new Gat(data, graph, params, own, compute.parallel()).scorer(embeddings);
  }

  @Override
  public double work(GatParams params, FitData data) {
    return work(params, TrainingSpec.defaults(params.kind()), data);
  }

  @Override
  public double work(GatParams params, TrainingSpec training, FitData data) {
    double pairs = data.train().size();
    double steps = GraphTrainer.steps(training, data.train().size());
    double nodes = (double) data.users() + data.items();
    double size = params.embeddingSize();
    double edges = pairs * (10 * size + 60.0 * params.heads());
    return steps * params.layers() * (edges + nodes * 3 * size * size);
  }

  @Override
  public Footprint footprint(GatParams params, TrainingSpec training, DataShape shape) {
    double perNode = 4.0 * (14 + 2 * params.layers()) * params.embeddingSize();
    double perEdge = EDGE_BYTES + 8.0 * params.heads() * (2 * params.layers() + 1);
    return new Footprint(
        perNode * (shape.users() + shape.items()) + perEdge * shape.interactions(), 0);
  }
}
