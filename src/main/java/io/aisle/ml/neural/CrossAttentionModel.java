package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.model.CrossAttentionParams;
import io.aisle.ml.data.Feature;
import io.aisle.ml.model.HistoryBlock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * The model in which behaviour looks at attributes: item table, positions, attribute table,
 * convolutions, the attributes' blocks, and the block between the two. Whatever has rows of the
 * width lies before all vectors, so that most of it comes out of one cut in its shape.
 */
record CrossAttentionModel(
    CrossAttentionParams params, int items, ItemAttributes attributes, Layout layout)
    implements SequenceModel {
  private static final Set<Field> READS = EnumSet.of(Field.ITEMS, Field.POSITIONS);
  private static final Init EMBEDDING = new Init.Normal(0.02);

  static CrossAttentionModel of(CrossAttentionParams params, int items, List<Feature> features) {
    int d = params.embeddingSize();
    ItemAttributes attributes = ItemAttributes.of(items, features);
    Layout layout = new Layout();
    layout.add("item_embedding.weight", EMBEDDING, items, d);
    layout.add("position_embedding.weight", EMBEDDING, params.maxLength(), d);
    layout.add("attribute_embedding.weight", EMBEDDING, attributes.values(), d);
    for (int layer = 0; layer < params.convolutions(); layer++) {
      layout.add(name(layer) + "weight", start(params), d, d, params.kernel());
    }
    blocks(params).addMatrices(layout);
    between(params).addMatrices(layout);
    for (int layer = 0; layer < params.convolutions(); layer++) {
      layout.add(name(layer) + "bias", start(params), d);
      layout.add(name(layer) + "norm.weight", Init.ONE, d);
      layout.add(name(layer) + "norm.bias", Init.ZERO, d);
    }
    blocks(params).addVectors(layout);
    between(params).addVectors(layout);
    return new CrossAttentionModel(params, items, attributes, layout);
  }

  private static String name(int layer) {
    return "convolutions." + layer + ".";
  }

  private static Init start(CrossAttentionParams params) {
    return Init.linear((long) params.embeddingSize() * params.kernel());
  }

  static TransformerLayout blocks(CrossAttentionParams params) {
    return new TransformerLayout("attributes.", params.layers(), params.embeddingSize());
  }

  static TransformerLayout between(CrossAttentionParams params) {
    return new TransformerLayout("between.", 1, params.embeddingSize());
  }

  /** Shapes of the pieces that a forward pass uses. */
  List<long[]> shapes() {
    long d = params.embeddingSize();
    List<long[]> shapes = new ArrayList<>();
    shapes.add(new long[] {items, d});
    shapes.add(new long[] {params.maxLength(), d});
    shapes.add(new long[] {attributes.values(), d});
    for (int layer = 0; layer < params.convolutions(); layer++) {
      shapes.add(new long[] {d, d, params.kernel()});
    }
    shapes.addAll(blocks(params).matrices(false));
    shapes.addAll(between(params).matrices(true));
    for (int vector = 0; vector < 3 * params.convolutions(); vector++) {
      shapes.add(new long[] {d});
    }
    shapes.addAll(blocks(params).vectors(false));
    shapes.addAll(between(params).vectors(true));
    return shapes;
  }

  /** Index of the first of {@link #shapes} that is a vector. */
  int vectors() {
    return 3
        + params.convolutions()
        + blocks(params).matrices(false).size()
        + between(params).matrices(true).size();
  }

  @Override
  public EpochPlan plan(TrainingItems train, int batchSize, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<Field> reads = objective().reads(READS);
    return WindowPlan.of(train, params.maxLength(), batchSize, reads, random);
  }

  @Override
  public BatchData scoring(HistoryBlock block, int from, int to) {
    return HistoryRows.fromTheLeft(block, from, to, params.maxLength(), READS);
  }

  @Override
  public SequenceNetwork network(Ops ops, Dropout dropout, PtNDManager constants) {
    return new CrossAttentionNetwork(ops, this, dropout, constants);
  }
}
