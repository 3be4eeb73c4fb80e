package io.aisle.ui.common;

import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** Makes a node, or whatever else, of each element of a list and keeps both in step. */
public final class MappedList {
  private MappedList() {}

  /** Fills {@code target} with what {@code make} makes of {@code source}, now and ever after. */
  public static <S, T> void keep(
      List<? super T> target, ObservableList<S> source, Function<S, T> make) {
    ListChangeListener<S> listener =
        change -> {
          target.clear();
          source.forEach(element -> target.add(make.apply(element)));
        };
    source.addListener(listener);
    source.forEach(element -> target.add(make.apply(element)));
  }
}
