package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.EventFilter;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The filters on the events of a version: at most one of each kind. FX thread only. */
public final class Filters {
  private final ObservableList<EventFilter> all = FXCollections.observableArrayList();

  /** One for all: a list that is made anew would be forgotten with its listeners. */
  private final ObservableList<EventFilter> seen = FXCollections.unmodifiableObservableList(all);

  /** Adds a filter in place of one of its kind. */
  public void set(EventFilter filter) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).getClass() == filter.getClass()) {
        if (!all.get(i).equals(filter)) {
          all.set(i, filter);
        }
        return;
      }
    }
    all.add(filter);
  }

  public void remove(Class<? extends EventFilter> kind) {
    all.removeIf(kind::isInstance);
  }

  /** Takes all away and sets one. */
  public void only(EventFilter filter) {
    all.setAll(List.of(filter));
  }

  public void clear() {
    if (!all.isEmpty()) {
      all.clear();
    }
  }

  /** The filter of a kind. */
  public <F extends EventFilter> Optional<F> of(Class<F> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }

  public ObservableList<EventFilter> all() {
    return seen;
  }
}
