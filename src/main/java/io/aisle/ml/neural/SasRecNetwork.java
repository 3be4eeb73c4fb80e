package io.aisle.ml.neural;

import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import io.aisle.domain.model.SasRecParams;
import java.util.List;

/**
 * The forward pass of SASRec (Kang and McAuley, 2018): embeddings times the root of the width plus
 * learned positions, pre-norm blocks of causal self-attention and a GELU feed-forward layer of four
 * times the width, and a last norm. Where only the newest position is wanted, the last block
 * computes only that query; the result is the same.
 */
final class SasRecNetwork {
  private final Ops ops;
  private final SasRecParams params;
  private final Dropout dropout;
  private final PtNDArray embeddingScale;
  private final PtNDArray scoreScale;
  private final Shape width;

  /**
   * @param constants makes the two constants; they live as long as its manager
   */
  SasRecNetwork(Ops ops, SasRecParams params, Dropout dropout, Constants constants) {
    this.ops = ops;
    this.params = params;
    this.dropout = dropout;
    this.embeddingScale = constants.of(Math.sqrt(params.embeddingSize()));
    this.scoreScale = constants.of(1 / Math.sqrt(params.embeddingSize() / (double) params.heads()));
    this.width = new Shape(params.embeddingSize());
  }

  /**
   * @param attention takes each layer's weights {@code [rows, heads, length, length]} before
   *     dropout; null when nobody wants them
   * @return {@code [rows * length, d]}, or {@code [rows, d]} when the last layer's query lies apart
   */
  PtNDArray encode(SasRecParts parts, Batch batch, List<PtNDArray> attention) {
    PtNDArray x = ops.mul(ops.embedding(batch.items(), parts.items()), embeddingScale);
    x = dropout.apply(ops, withPositions(x, parts.positions(), batch));
    for (SasRecParts.Layer layer : parts.layers()) {
      x = block(layer, x, batch, attention);
    }
    return ops.layerNorm(x, width, parts.normWeight(), parts.normBias());
  }

  private PtNDArray withPositions(PtNDArray x, PtNDArray table, Batch batch) {
    if (batch.positions() != null) {
      return ops.add(x, ops.embedding(batch.positions(), table));
    }
    PtNDArray newest =
        batch.length() == params.maxLength()
            ? table
            : ops.slice(table, 0, params.maxLength() - batch.length(), params.maxLength());
    PtNDArray cube = ops.reshape(x, batch.rows(), batch.length(), params.embeddingSize());
    return ops.reshape(ops.add(cube, newest), -1, params.embeddingSize());
  }

  private PtNDArray block(
      SasRecParts.Layer layer, PtNDArray input, Batch batch, List<PtNDArray> attention) {
    PtNDArray x = input;
    PtNDArray normed =
        ops.layerNorm(x, width, layer.attentionNormWeight(), layer.attentionNormBias());
    PtNDArray mixed;
    if (layer.queryApart()) {
      mixed = newestAttention(layer, normed, batch);
      x = newest(x, batch);
    } else {
      mixed = fullAttention(layer, normed, batch, attention);
    }
    PtNDArray projected = ops.linear(mixed, layer.outputWeight(), layer.outputBias());
    x = ops.add(x, dropout.apply(ops, projected));
    normed = ops.layerNorm(x, width, layer.feedForwardNormWeight(), layer.feedForwardNormBias());
    PtNDArray inner = ops.gelu(ops.linear(normed, layer.innerWeight(), layer.innerBias()));
    PtNDArray outer = ops.linear(inner, layer.outerWeight(), layer.outerBias());
    return ops.add(x, dropout.apply(ops, outer));
  }

  private PtNDArray fullAttention(
      SasRecParts.Layer layer, PtNDArray x, Batch batch, List<PtNDArray> attention) {
    PtNDArray joint = ops.linear(x, layer.queryWeight(), layer.queryBias());
    PtNDArray[] qkv = heads(joint, batch, 3);
    return attend(qkv[0], qkv[1], qkv[2], batch.length(), batch.bias(), batch, attention);
  }

  private PtNDArray newestAttention(SasRecParts.Layer layer, PtNDArray x, Batch batch) {
    PtNDArray query = ops.linear(newest(x, batch), layer.queryWeight(), layer.queryBias());
    query = ops.reshape(query, (long) batch.rows() * params.heads(), 1, headSize());
    PtNDArray[] kv = heads(ops.linear(x, layer.keyValueWeight(), layer.keyValueBias()), batch, 2);
    PtNDArray bias = ops.slice(batch.bias(), 2, batch.length() - 1, batch.length());
    return attend(query, kv[0], kv[1], 1, bias, batch, null);
  }

  /** {@code [rows * length, d]} to {@code [rows, d]}: the last column. */
  private PtNDArray newest(PtNDArray x, Batch batch) {
    PtNDArray cube = ops.reshape(x, batch.rows(), batch.length(), params.embeddingSize());
    PtNDArray last = ops.slice(cube, 1, batch.length() - 1, batch.length());
    return ops.reshape(last, batch.rows(), params.embeddingSize());
  }

  /** Cuts joint projections into {@code count} arrays {@code [rows * heads, length, headSize]}. */
  private PtNDArray[] heads(PtNDArray joint, Batch batch, int count) {
    PtNDArray cut =
        ops.reshape(joint, batch.rows(), batch.length(), count, params.heads(), headSize());
    cut = ops.permute(cut, 2, 0, 3, 1, 4);
    long each = (long) batch.rows() * params.heads();
    cut = ops.reshape(cut, count * each, batch.length(), headSize());
    return ops.split(cut, 0, count == 3 ? new long[] {each, each, each} : new long[] {each, each});
  }

  private PtNDArray attend(
      PtNDArray query,
      PtNDArray key,
      PtNDArray value,
      long queries,
      PtNDArray bias,
      Batch batch,
      List<PtNDArray> attention) {
    PtNDArray scores = ops.bmm(ops.mul(query, scoreScale), ops.transpose(key, 1, 2));
    scores = ops.reshape(scores, batch.rows(), params.heads(), queries, batch.length());
    PtNDArray weights = ops.softmax(ops.add(scores, bias), 3);
    if (attention != null) {
      attention.add(weights);
    }
    weights = ops.reshape(weights, -1, queries, batch.length());
    PtNDArray mixed = ops.bmm(dropout.apply(ops, weights), value);
    mixed = ops.reshape(mixed, batch.rows(), params.heads(), queries, headSize());
    return ops.reshape(ops.permute(mixed, 0, 2, 1, 3), -1, params.embeddingSize());
  }

  private long headSize() {
    return params.embeddingSize() / params.heads();
  }
}
