package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import io.aisle.domain.model.SasRecParams;
import io.aisle.domain.model.SasRecParams.Positions;
import io.aisle.ml.model.Attention;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The forward pass of SASRec (Kang and McAuley, 2018): items with positions through causal pre-norm
 * Transformer blocks; the item table scores what comes out.
 */
final class SasRecNetwork implements SequenceNetwork {
  private final Ops ops;
  private final SasRecParams params;
  private final int items;
  private final Dropout dropout;
  private final PositionedItems positioned;
  private final Transformer transformer;
  private final AttentionMask mask;

  /**
   * @param constants owns what is kept between batches
   */
  SasRecNetwork(Ops ops, SasRecModel model, Dropout dropout, PtNDManager constants) {
    this.ops = ops;
    this.params = model.params();
    this.items = model.items();
    this.dropout = dropout;
    Constants scalars = new Constants(constants);
    this.positioned = new PositionedItems(ops, params.embeddingSize(), params.maxLength(), scalars);
    this.transformer =
        new Transformer(ops, params.embeddingSize(), params.heads(), dropout, scalars);
    this.mask = new AttentionMask(ops, constants);
  }

  @Override
  public Encoded encode(PtNDArray flat, Batch batch) {
    if (params.positions() == Positions.LAST) {
      return newest(flat, batch);
    }
    Parts parts = parts(flat, false);
    PtNDArray x = positioned.packed(parts.items, parts.positions, batch);
    return encode(parts, x, batch, null);
  }

  @Override
  public Encoded newest(PtNDArray flat, Batch batch) {
    Parts parts = parts(flat, true);
    PtNDArray x = positioned.aligned(parts.items, parts.positions, batch);
    return encode(parts, x, batch, null);
  }

  @Override
  public Optional<Attention> attention(PtNDArray flat, Batch batch) {
    Parts parts = parts(flat, false);
    PtNDArray x = positioned.aligned(parts.items, parts.positions, batch);
    List<PtNDArray> seen = new ArrayList<>();
    encode(parts, x, batch, seen);
    return Optional.of(
        Attention.of(0, AttentionCells.causal(seen, params.heads(), batch.length())));
  }

  private Encoded encode(Parts parts, PtNDArray x, Batch batch, List<PtNDArray> seen) {
    PtNDArray encoded =
        transformer.encode(parts.blocks, dropout.apply(ops, x), batch, mask.causal(batch), seen);
    return new Encoded(encoded, parts.items);
  }

  private Parts parts(PtNDArray flat, boolean newestOnly) {
    TransformerLayout blocks = SasRecModel.blocks(params);
    List<long[]> shapes = new ArrayList<>();
    shapes.add(new long[] {items, params.embeddingSize()});
    shapes.add(new long[] {params.maxLength(), params.embeddingSize()});
    shapes.addAll(blocks.shapes(newestOnly));
    PtNDArray[] pieces = Layout.cut(ops, flat, shapes);
    return new Parts(pieces[0], pieces[1], blocks.read(pieces, 2, newestOnly));
  }

  private record Parts(PtNDArray items, PtNDArray positions, TransformerLayout.Parts blocks) {}
}
