package io.aisle.ml.neural;

import ai.djl.pytorch.engine.PtNDArray;

/** Takes the pieces of a cut array one after the other. */
final class Pieces {
  private final PtNDArray[] pieces;
  private int next;

  /**
   * @param from index of the first piece to be taken
   */
  Pieces(PtNDArray[] pieces, int from) {
    this.pieces = pieces;
    this.next = from;
  }

  PtNDArray next() {
    return pieces[next++];
  }
}
