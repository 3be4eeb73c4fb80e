package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.model.Bert4RecParams;
import io.aisle.ml.model.Attention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The forward pass of BERT4Rec (Sun and others, 2019) with pre-norm blocks: items, some of them
 * masked, with positions through Transformer blocks that look both ways and know how far; the item
 * table scores what comes out at the masks.
 */
final class Bert4RecNetwork implements SequenceNetwork {
  private final Ops ops;
  private final Bert4RecParams params;
  private final int items;
  private final Dropout dropout;
  private final PositionedItems positioned;
  private final Transformer transformer;
  private final AttentionMask mask;
  private final DistanceBias distances;

  Bert4RecNetwork(Ops ops, Bert4RecModel model, Dropout dropout, PtNDManager constants) {
    this.ops = ops;
    this.params = model.params();
    this.items = model.items();
    this.dropout = dropout;
    Constants scalars = new Constants(constants);
    int width = params.embeddingSize();
    this.positioned = new PositionedItems(ops, width, params.maxLength(), scalars);
    this.transformer = new Transformer(ops, width, params.heads(), dropout, scalars);
    this.mask = new AttentionMask(ops, constants);
    this.distances =
        new DistanceBias(
            ops, width, params.maxLength(), params.layers(), params.heads(), constants);
  }

  @Override
  public Encoded encode(PtNDArray flat, Batch batch) {
    return encode(flat, batch, null);
  }

  @Override
  public Encoded newest(PtNDArray flat, Batch batch) {
    return encode(flat, batch, null);
  }

  private Encoded encode(PtNDArray flat, Batch batch, List<PtNDArray> seen) {
    TransformerLayout blocks = Bert4RecModel.blocks(params);
    List<long[]> shapes = new ArrayList<>();
    shapes.add(new long[] {items + 1L, params.embeddingSize()});
    shapes.add(new long[] {params.maxLength(), params.embeddingSize()});
    shapes.addAll(blocks.shapes(false));
    shapes.add(DistanceBias.shape(params.maxLength(), params.layers(), params.heads()));
    PtNDArray[] pieces = Layout.cut(ops, flat, shapes);
    PtNDArray x = dropout.apply(ops, positioned.packedAlike(pieces[0], pieces[1], batch));
    PtNDArray[] bias = distances.of(pieces[pieces.length - 1], mask.within(batch), batch);
    PtNDArray masked =
        transformer.encodePlaces(blocks.read(pieces, 2, false), x, batch, bias, seen);
    return new Encoded(masked, ops.slice(pieces[0], 0, 0, items));
  }

  /**
   * Among the items of the history. The last row is the mask's, which stands behind the newest item
   * and is what the next item is read from; what a query gives to the mask is left out and the rest
   * scaled to 1.
   */
  @Override
  public Optional<Attention> attention(PtNDArray flat, Batch batch) {
    List<PtNDArray> seen = new ArrayList<>();
    encode(flat, batch, seen);
    return Optional.of(AttentionCells.withoutLast(seen, params.heads(), batch.length()));
  }
}
