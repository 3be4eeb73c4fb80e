package io.aisle.ui.common;

/** The screens of the bar on the left, in its order. */
public enum Screen {
  DATA(View.BEGIN),
  TRAIN(View.TRAIN),
  COMPARE(View.COMPARE),
  USERS(View.USERS),
  ITEMS(View.ITEMS),
  SETTINGS(View.SETTINGS);

  private final View view;

  Screen(View view) {
    this.view = view;
  }

  public View view() {
    return view;
  }
}
