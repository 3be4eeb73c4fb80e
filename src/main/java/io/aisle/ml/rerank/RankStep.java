package io.aisle.ml.rerank;

/** One change of a list. Thread-safe: it holds nothing of the list. */
@FunctionalInterface
public interface RankStep {
  void apply(Ranked list);
}
