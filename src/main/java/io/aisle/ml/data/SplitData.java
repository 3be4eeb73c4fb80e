package io.aisle.ml.data;

/** The three parts of a split; all of one shape. */
public record SplitData(Interactions train, Interactions valid, Interactions test) {
  public SplitData {
    if (train.users() != test.users()
        || train.items() != test.items()
        || valid.users() != test.users()
        || valid.items() != test.items()) {
      throw new IllegalArgumentException("the parts of a split differ in shape");
    }
  }
}
