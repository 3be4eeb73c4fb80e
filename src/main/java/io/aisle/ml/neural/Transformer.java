package io.aisle.ml.neural;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import java.util.List;

/**
 * Pre-norm Transformer blocks (Vaswani and others, 2017): self-attention and a GELU feed-forward
 * layer of four times the width, each added to its input, and a last norm. Where only the newest
 * position is wanted, the last block computes only that query; the result is the same.
 */
final class Transformer {
  private final Ops ops;
  private final Dropout dropout;
  private final Heads heads;
  private final int d;
  private final Shape width;

  Transformer(Ops ops, int width, int heads, Dropout dropout, Constants constants) {
    this.ops = ops;
    this.dropout = dropout;
    this.heads = new Heads(ops, width, heads, dropout, constants);
    this.d = width;
    this.width = new Shape(width);
  }

  /**
   * @param x {@code [rows * length, d]}
   * @param bias {@code [rows, 1, length, length]} added to the attention scores
   * @param seen takes each layer's weights; null when nobody wants them
   * @return {@code [rows * length, d]}, or {@code [rows, d]} when the last layer's query lies apart
   */
  PtNDArray encode(
      TransformerLayout.Parts parts,
      PtNDArray x,
      Batch batch,
      PtNDArray bias,
      List<PtNDArray> seen) {
    PtNDArray encoded = x;
    for (TransformerLayer layer : parts.layers()) {
      encoded = block(layer, encoded, batch, bias, seen);
    }
    return ops.layerNorm(encoded, width, parts.normWeight(), parts.normBias());
  }

  /**
   * The same with a bias of each layer's own, for some positions only: the last block goes on with
   * those alone when it has looked up what they want.
   *
   * @param bias of each layer, {@code [rows, heads, length, length]}
   * @return {@code [places, d]}, for the batch's places
   */
  PtNDArray encodePlaces(
      TransformerLayout.Parts parts,
      PtNDArray x,
      Batch batch,
      PtNDArray[] bias,
      List<PtNDArray> seen) {
    PtNDArray encoded = x;
    int last = bias.length - 1;
    for (int at = 0; at < last; at++) {
      encoded = block(parts.layers().get(at), encoded, batch, bias[at], seen);
    }
    TransformerLayer layer = parts.layers().get(last);
    PtNDArray mixed = lookUp(layer, attentionNorm(layer, encoded), batch, bias[last], seen);
    PtNDArray places = batch.get(Field.PLACES);
    encoded = rest(layer, ops.embedding(places, encoded), ops.embedding(places, mixed));
    return ops.layerNorm(encoded, width, parts.normWeight(), parts.normBias());
  }

  private PtNDArray block(
      TransformerLayer layer, PtNDArray input, Batch batch, PtNDArray bias, List<PtNDArray> seen) {
    PtNDArray x = input;
    PtNDArray normed = attentionNorm(layer, x);
    PtNDArray mixed;
    if (layer.queryApart()) {
      mixed = newestAttention(layer, normed, batch, bias);
      x = newest(x, batch);
    } else {
      mixed = lookUp(layer, normed, batch, bias, seen);
    }
    return rest(layer, x, mixed);
  }

  private PtNDArray attentionNorm(TransformerLayer layer, PtNDArray x) {
    return ops.layerNorm(x, width, layer.attentionNormWeight(), layer.attentionNormBias());
  }

  /** What every position looks up. */
  private PtNDArray lookUp(
      TransformerLayer layer, PtNDArray normed, Batch batch, PtNDArray bias, List<PtNDArray> seen) {
    PtNDArray joint = ops.linear(normed, layer.queryWeight(), layer.queryBias());
    PtNDArray[] qkv = heads.split(joint, batch, 3);
    return heads.attend(qkv[0], qkv[1], qkv[2], bias, seen);
  }

  /**
   * Blocks whose queries come from one array and whose keys and values come from another.
   *
   * @param parts with the query's projection apart in each block
   * @param x asks, {@code [rows * length, d]}
   * @param memory answers, of the same shape
   * @return {@code [rows * length, d]}
   */
  PtNDArray cross(
      TransformerLayout.Parts parts,
      PtNDArray x,
      PtNDArray memory,
      Batch batch,
      PtNDArray bias,
      List<PtNDArray> seen) {
    PtNDArray encoded = x;
    for (TransformerLayer layer : parts.layers()) {
      PtNDArray normed = attentionNorm(layer, encoded);
      PtNDArray asked = ops.linear(normed, layer.queryWeight(), layer.queryBias());
      PtNDArray query = heads.split(asked, batch, 1)[0];
      PtNDArray joint = ops.linear(memory, layer.keyValueWeight(), layer.keyValueBias());
      PtNDArray[] kv = heads.split(joint, batch, 2);
      PtNDArray mixed = heads.attend(query, kv[0], kv[1], bias, seen);
      encoded = rest(layer, encoded, mixed);
    }
    return ops.layerNorm(encoded, width, parts.normWeight(), parts.normBias());
  }

  /** What a block does with what was looked up. */
  private PtNDArray rest(TransformerLayer layer, PtNDArray input, PtNDArray mixed) {
    PtNDArray projected = ops.linear(mixed, layer.outputWeight(), layer.outputBias());
    PtNDArray x = ops.add(input, dropout.apply(ops, projected));
    PtNDArray normed =
        ops.layerNorm(x, width, layer.feedForwardNormWeight(), layer.feedForwardNormBias());
    PtNDArray inner = ops.gelu(ops.linear(normed, layer.innerWeight(), layer.innerBias()));
    PtNDArray outer = ops.linear(inner, layer.outerWeight(), layer.outerBias());
    return ops.add(x, dropout.apply(ops, outer));
  }

  private PtNDArray newestAttention(
      TransformerLayer layer, PtNDArray x, Batch batch, PtNDArray bias) {
    PtNDArray query = ops.linear(newest(x, batch), layer.queryWeight(), layer.queryBias());
    PtNDArray joint = ops.linear(x, layer.keyValueWeight(), layer.keyValueBias());
    PtNDArray[] kv = heads.split(joint, batch, 2);
    PtNDArray newestBias = ops.slice(bias, 2, batch.length() - 1, batch.length());
    return heads.attend(heads.single(query, batch), kv[0], kv[1], newestBias, null);
  }

  /** {@code [rows * length, d]} to {@code [rows, d]}: the last column. */
  PtNDArray newest(PtNDArray x, Batch batch) {
    PtNDArray cube = ops.reshape(x, batch.rows(), batch.length(), d);
    PtNDArray last = ops.slice(cube, 1, batch.length() - 1, batch.length());
    return ops.reshape(last, batch.rows(), d);
  }
}
