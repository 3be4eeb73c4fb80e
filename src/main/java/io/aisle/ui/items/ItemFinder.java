package io.aisle.ui.items;

import io.aisle.core.neighbours.ItemTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableObjectValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Finds items of a run by id or title, as one types. FX thread only. */
final class ItemFinder {
  private static final int MOST = 8;
  private static final int LEAST_TYPED = 2;

  private final ObservableObjectValue<ItemTraits> traits;
  private final StringProperty typed = new SimpleStringProperty("");
  private final ObservableList<Integer> found = FXCollections.observableArrayList();

  /**
   * @param traits of the items; null while there are none
   */
  ItemFinder(ObservableObjectValue<ItemTraits> traits) {
    this.traits = traits;
    typed.subscribe(this::find);
  }

  /** The item of that id first, then those whose title or id has the text, by popularity. */
  private void find(String text) {
    ItemTraits known = traits.get();
    String wanted = text.strip().toLowerCase(Locale.ROOT);
    if (known == null || wanted.length() < LEAST_TYPED) {
      found.clear();
      return;
    }
    Integer exact = known.place().get(text.strip());
    List<Integer> all = new ArrayList<>();
    IntStream.range(0, known.item().size())
        .filter(
            at ->
                known.title().get(at).toLowerCase(Locale.ROOT).contains(wanted)
                    || known.item().get(at).toLowerCase(Locale.ROOT).contains(wanted))
        .boxed()
        .sorted((one, other) -> Integer.compare(known.users()[other], known.users()[one]))
        .limit(MOST)
        .forEach(all::add);
    if (exact != null) {
      all.remove(exact);
      all.addFirst(exact);
    }
    found.setAll(all.subList(0, Math.min(MOST, all.size())));
  }

  StringProperty typedProperty() {
    return typed;
  }

  /** Places of items, at most eight, the likeliest first. */
  ObservableList<Integer> found() {
    return found;
  }
}
