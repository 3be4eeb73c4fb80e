package io.aisle.domain.model;

/** Popularity has no parameters: an item's score is its number of training interactions. */
public record PopularityParams() implements ModelParams {
  public static final PopularityParams DEFAULTS = new PopularityParams();

  @Override
  public ModelKind kind() {
    return ModelKind.POPULARITY;
  }
}
