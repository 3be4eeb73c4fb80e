package io.aisle.domain.model;

import java.util.Locale;

/** Ranking metrics; the definitions stand in {@code ml.metric}. */
public enum MetricKind {
  NDCG,
  RECALL,
  PRECISION,
  HIT,
  MRR,
  MAP,
  COVERAGE,
  NOVELTY;

  /** The name in experiment files and run.json. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether each user has a value of it; coverage belongs to the whole set of lists. */
  public boolean perUser() {
    return this != COVERAGE;
  }
}
