package io.aisle.core.dataset.profile;

/**
 * What a figure does not show by itself, because fewer users stand behind it than may be shown:
 * bars of a scale and days are joined with their neighbours, others are left out.
 *
 * @param count how many bars, cells or days there were of that kind
 * @param least users that have to stand behind each
 */
public record SmallGroups(int count, int least) {
  /** Everything is shown, or nobody stands behind it. */
  public static final SmallGroups NONE = new SmallGroups(0, 1);

  public boolean any() {
    return count > 0;
  }
}
