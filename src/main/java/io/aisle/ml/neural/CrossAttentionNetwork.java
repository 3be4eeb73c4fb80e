package io.aisle.ml.neural;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.model.CrossAttentionParams;
import io.aisle.ml.model.Attention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Two branches over the same positions, neither of which looks ahead: convolutions over what the
 * user did, x + GELU(W * norm(x)), and Transformer blocks over what the items were like. The first
 * asks, the second answers: one more block whose queries come from the behaviour and whose keys and
 * values come from the attributes. The item table scores what comes out.
 */
final class CrossAttentionNetwork implements SequenceNetwork {
  private final Ops ops;
  private final CrossAttentionModel model;
  private final CrossAttentionParams params;
  private final Dropout dropout;
  private final PositionedItems positioned;
  private final Transformer transformer;
  private final AttentionMask mask;
  private final PtNDArray attributes;
  private final Shape width;

  CrossAttentionNetwork(
      Ops ops, CrossAttentionModel model, Dropout dropout, PtNDManager constants) {
    this.ops = ops;
    this.model = model;
    this.params = model.params();
    this.dropout = dropout;
    int d = params.embeddingSize();
    Constants scalars = new Constants(constants);
    this.positioned = new PositionedItems(ops, d, params.maxLength(), scalars);
    this.transformer = new Transformer(ops, d, params.heads(), dropout, scalars);
    this.mask = new AttentionMask(ops, constants);
    this.attributes = model.attributes().matrix(constants, (float) Math.sqrt(d));
    this.width = new Shape(d);
  }

  @Override
  public Encoded encode(PtNDArray flat, Batch batch) {
    return encode(flat, batch, null);
  }

  @Override
  public Encoded newest(PtNDArray flat, Batch batch) {
    Encoded all = encode(flat, batch, null);
    return new Encoded(ops.embedding(batch.get(Field.PLACES), all.vectors()), all.items());
  }

  /** Of the behaviour at each position over the attributes of the items up to there. */
  @Override
  public Optional<Attention> attention(PtNDArray flat, Batch batch) {
    List<PtNDArray> seen = new ArrayList<>();
    encode(flat, batch, seen);
    return Optional.of(
        Attention.of(0, AttentionCells.causal(seen, params.heads(), batch.length())));
  }

  private Encoded encode(PtNDArray flat, Batch batch, List<PtNDArray> seen) {
    PtNDArray[] pieces = Layout.cut(ops, flat, model.shapes());
    PtNDArray items = pieces[0];
    PtNDArray answers = ops.matmul(attributes, pieces[2]);
    answers.attach(batch.step());
    PtNDArray bias = mask.ahead(batch);
    PtNDArray places = positioned.places(pieces[1], batch);
    PtNDArray x = dropout.apply(ops, ops.add(positioned.scaled(items, batch), places));
    PtNDArray liked = ops.embedding(batch.get(Field.ITEMS), answers); // scaled as its matrix is
    PtNDArray y = dropout.apply(ops, ops.add(liked, places));
    x = ops.reshape(x, batch.rows(), batch.length(), params.embeddingSize());
    Pieces matrices = new Pieces(pieces, 3);
    Pieces vectors = new Pieces(pieces, model.vectors());
    for (int layer = 0; layer < params.convolutions(); layer++) {
      x = convolve(x, matrices.next(), vectors, batch);
    }
    x = ops.reshape(x, -1, params.embeddingSize());
    TransformerLayout.Parts blocks =
        CrossAttentionModel.blocks(params).read(matrices, vectors, false);
    y = transformer.encode(blocks, y, batch, bias, null);
    TransformerLayout.Parts between =
        CrossAttentionModel.between(params).read(matrices, vectors, true);
    return new Encoded(transformer.cross(between, x, y, batch, bias, seen), items);
  }

  private PtNDArray convolve(PtNDArray x, PtNDArray weight, Pieces vectors, Batch batch) {
    PtNDArray bias = vectors.next();
    PtNDArray normed = ops.layerNorm(x, width, vectors.next(), vectors.next());
    PtNDArray turned = ops.permute(normed, 0, 2, 1);
    PtNDArray y = ops.convolve(turned, weight, bias, params.kernel() - 1);
    y = ops.permute(ops.slice(y, 2, 0, batch.length()), 0, 2, 1);
    return ops.add(x, dropout.apply(ops, ops.gelu(y)));
  }
}
