package io.aisle.domain.model;

/** What the parameters of all networks over a user's sequence have in common. */
public sealed interface SequenceParams extends ModelParams
    permits CrossAttentionParams, Gru4RecParams, CaserParams, Bert4RecParams, SasRecParams {
  /** Longest history that is read, in items. */
  int maxLength();

  /** Share of activations dropped in training. */
  double dropout();

  /** What the next item is learned by. */
  NextItemLoss loss();

  /** Sampled negatives for each target, where the loss samples them. */
  int negatives();
}
