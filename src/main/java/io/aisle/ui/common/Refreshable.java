package io.aisle.ui.common;

/** A screen that reads its lists anew whenever it comes to the front. */
@FunctionalInterface
public interface Refreshable {
  void refresh();
}
