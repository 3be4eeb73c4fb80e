package io.aisle.ml.embedding;

/**
 * Whose embedding stands for a user: the own one, or the mean of the most similar known users'.
 *
 * @param user index, or -1 for one who is not known
 * @param similar indices of similar known users, for one who is not known; may be empty
 */
public record Identity(int user, int[] similar) {
  private static final int[] NOBODY = {};

  public static Identity known(int user) {
    return new Identity(user, NOBODY);
  }

  void add(Bags bags, FieldMap.Block users) {
    if (user >= 0) {
      bags.single(users.first() + user);
      return;
    }
    if (similar.length == 0) {
      bags.single(users.first() + users.rows() - 1);
      return;
    }
    for (int other : similar) {
      bags.add(users.first() + other, 1f / similar.length);
    }
    bags.endCell();
  }
}
