package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;

/**
 * Items as a Transformer reads them: embeddings times the root of the width plus learned positions,
 * of which the newest item of a history has the last.
 */
final class PositionedItems {
  private final Ops ops;
  private final int maxLength;
  private final int width;
  private final PtNDArray scale;

  PositionedItems(Ops ops, int width, int maxLength, Constants constants) {
    this.ops = ops;
    this.maxLength = maxLength;
    this.width = width;
    this.scale = constants.of(Math.sqrt(width));
  }

  /** Rows of several windows, which say the position of each cell. */
  PtNDArray packed(PtNDArray items, PtNDArray positions, Batch batch) {
    return ops.add(scaled(items, batch), places(positions, batch));
  }

  /** Each cell's item, without its position. */
  PtNDArray scaled(PtNDArray items, Batch batch) {
    return ops.mul(ops.embedding(batch.get(Field.ITEMS), items), scale);
  }

  /** Each cell's position. */
  PtNDArray places(PtNDArray positions, Batch batch) {
    return ops.embedding(batch.get(Field.POSITIONS), positions);
  }

  /**
   * The same with both multiplied by the root of the width, for blocks whose mask knows nothing but
   * where it stands: positions as small as above are drowned by the items and learned too slowly.
   */
  PtNDArray packedAlike(PtNDArray items, PtNDArray positions, Batch batch) {
    PtNDArray x = ops.embedding(batch.get(Field.ITEMS), items);
    return ops.mul(ops.add(x, places(positions, batch)), scale);
  }

  /** Rows of one window each, which ends in the last column. */
  PtNDArray aligned(PtNDArray items, PtNDArray positions, Batch batch) {
    PtNDArray x = scaled(items, batch);
    PtNDArray newest =
        batch.length() == maxLength
            ? positions
            : ops.slice(positions, 0, maxLength - batch.length(), maxLength);
    PtNDArray cube = ops.reshape(x, batch.rows(), batch.length(), width);
    return ops.reshape(ops.add(cube, newest), -1, width);
  }
}
