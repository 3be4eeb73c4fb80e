package io.aisle.domain.model;

/**
 * Parameters of first-order transitions.
 *
 * @param reach how far behind an item another one still counts as following it; 1 is first order
 * @param last newest items of a history that are read
 * @param decay weight of an item against that of the next newer one
 * @param smoothing transitions of the popular items that every item is given beside its own
 */
public record MarkovParams(
    @Range(min = 1, max = 1000) int reach,
    @Range(min = 1, max = 1000) int last,
    @Range(min = 0, max = 1) double decay,
    @Range(min = 0, max = 1e6) double smoothing)
    implements ModelParams {
  public static final MarkovParams DEFAULTS = new MarkovParams(10, 20, 0.7, 30);

  @Override
  public ModelKind kind() {
    return ModelKind.MARKOV;
  }
}
