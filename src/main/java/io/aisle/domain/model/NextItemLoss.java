package io.aisle.domain.model;

/** What models of sequences minimise when they predict the next item. */
public enum NextItemLoss {
  /** Cross-entropy of the softmax over the whole catalogue. */
  SOFTMAX,
  /** Binary cross-entropy against a few drawn items. */
  SAMPLED
}
