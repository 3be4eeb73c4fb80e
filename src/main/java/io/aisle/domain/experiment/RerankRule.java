package io.aisle.domain.experiment;

import io.aisle.domain.model.Range;

/**
 * One rule of a declared list that changes what a model recommends; the rules are applied one after
 * the other. Components are named as in files and forms.
 */
public sealed interface RerankRule {
  /** The name in files. */
  String kind();

  /** How alike two items are, from 0 to 1. */
  enum Similarity {
    /** Shared categories, divided by the categories of either (Jaccard). */
    CATEGORY,
    /** Shared values of all attributes that the run reads, divided by those of either (Jaccard). */
    ATTRIBUTES,
    /** Users of both, divided by the root of the product of the users of each (cosine). */
    CO_OCCURRENCE
  }

  /**
   * Maximal marginal relevance (Carbonell and Goldstein, 1998): the next item is the one with the
   * highest {@code lambda * relevance - (1 - lambda) * largest similarity to an item above it}.
   *
   * @param lambda 1 changes nothing, 0 looks at differences alone
   * @param depth how many of the best items are put in a new order
   */
  record Mmr(
      @Range(min = 0, max = 1) double lambda,
      @Range(min = 2, max = 5000) int depth,
      Similarity alike)
      implements RerankRule {
    public static final Mmr DEFAULTS = new Mmr(0.7, 100, Similarity.CATEGORY);

    @Override
    public String kind() {
      return "mmr";
    }
  }

  /**
   * Mixes in how new an item is: {@code (1 - weight) * relevance + weight * 2^(-age / halfLife)}.
   *
   * @param halfLifeDays age at which newness has fallen to a half
   */
  record Freshness(
      @Range(min = 0, above = true, max = 36_500) double halfLifeDays,
      @Range(min = 0, max = 1) double weight)
      implements RerankRule {
    public static final Freshness DEFAULTS = new Freshness(30, 0.3);

    @Override
    public String kind() {
      return "freshness";
    }
  }

  /**
   * At most so many items of a category among the first places.
   *
   * @param category the only one that is counted; "" for each
   */
  record CategoryCap(
      @Range(min = 1, max = 1000) int most, @Range(min = 1, max = 1000) int within, String category)
      implements RerankRule {
    public static final CategoryCap DEFAULTS = new CategoryCap(2, 10, "");

    @Override
    public String kind() {
      return "category-cap";
    }
  }

  /**
   * Puts an item at a place, wherever it was; not for users who may not be given it.
   *
   * @param rank from 1
   */
  record Pin(String item, @Range(min = 1, max = 1000) int rank) implements RerankRule {
    public static final Pin DEFAULTS = new Pin("", 1);

    @Override
    public String kind() {
      return "pin";
    }
  }

  /** Never lists an item, or those of a category; one of the two is "". */
  record Block(String item, String category) implements RerankRule {
    public static final Block DEFAULTS = new Block("", "");

    @Override
    public String kind() {
      return "block";
    }
  }

  /** Multiplies the relevance of an item, or of those of a category; one of the two is "". */
  record Boost(
      String item, String category, @Range(min = 0, above = true, max = 1000) double factor)
      implements RerankRule {
    public static final Boost DEFAULTS = new Boost("", "", 1.5);

    @Override
    public String kind() {
      return "boost";
    }
  }
}
