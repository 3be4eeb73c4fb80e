package io.aisle.domain.model;

/** What sets kinds of models apart for those who handle them without knowing them. */
public enum ModelTrait {
  /** Fitted in passes that can be watched, validated, stopped and resumed; else in one. */
  ITERATIVE,
  /** A neural model, beside which a comparison wants tuned simple ones. */
  NEURAL,
  /** Computes with libtorch, so a GPU is of use to it. */
  TORCH,
  /** Reads the order of a history, so the data must have times. */
  ORDERED,
  /** Has attention over the history that can be looked into. */
  ATTENTION,
  /** Reads attributes of users, items and moments. */
  FEATURES,
  /** Says how likely an interaction is, or which rating it gets, beside ranking items. */
  PREDICTS,
  /** Has a vector for each item, so that items can be compared and drawn. */
  ITEM_VECTORS,
  /** Has weights between items in place of vectors. */
  ITEM_WEIGHTS
}
