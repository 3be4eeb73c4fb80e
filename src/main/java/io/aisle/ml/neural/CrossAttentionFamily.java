package io.aisle.ml.neural;

import io.aisle.domain.model.CrossAttentionParams;
import io.aisle.ml.data.FitData;
import io.aisle.ml.model.DataShape;
import java.util.Optional;

/** Behaviour looks at attributes by multi-head attention, on libtorch. */
public final class CrossAttentionFamily extends SequenceFamily<CrossAttentionParams> {
  @Override
  SequenceModel model(CrossAttentionParams params, FitData data) {
    return CrossAttentionModel.of(params, data.items(), data.features().item());
  }

  @Override
  public Optional<String> lacks(CrossAttentionParams params, FitData data) {
    return data.features().item().isEmpty()
        ? Optional.of(
            "cross-attention reads attributes of items, and there are none: name a file of items"
                + " with more than titles under dataset.items, or train sasrec, which reads ids"
                + " alone")
        : Optional.empty();
  }

  @Override
  double parameters(CrossAttentionParams p, DataShape shape) {
    double d = p.embeddingSize();
    return (shape.items() + (double) p.maxLength()) * d
        + p.convolutions() * d * (p.kernel() * d + 3)
        + blocks(p.layers() + 1, d);
  }

  @Override
  double activations(CrossAttentionParams p, double positions) {
    return held(p.layers() + 1, p.heads(), p.embeddingSize(), positions, p.maxLength())
        + p.convolutions() * 6.0 * positions * p.embeddingSize();
  }
}
