package io.aisle.ui.common;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;

/**
 * A field that offers under itself what was found for what is typed; Enter takes the first. FX
 * thread only.
 *
 * @param <T> what is found
 */
public final class OfferField<T> {
  private final TextField field;
  private final ObservableList<T> found;
  private final Function<T, String> words;
  private final Consumer<T> taken;
  private final ContextMenu offers = new ContextMenu();

  /**
   * @param typed kept at what is typed
   * @param found the likeliest first; follows what is typed
   * @param taken receives what was chosen
   */
  public OfferField(
      TextField field,
      StringProperty typed,
      ObservableList<T> found,
      Function<T, String> words,
      Consumer<T> taken) {
    this.field = field;
    this.found = found;
    this.words = words;
    this.taken = taken;
    offers.setId(field.getId() + "-offers");
    field.textProperty().bindBidirectional(typed);
    field.setOnAction(event -> takeFirst());
    found.addListener((ListChangeListener<T>) change -> offer());
  }

  private void offer() {
    offers.getItems().setAll(found.stream().map(this::line).toList());
    if (offers.getItems().isEmpty() || !field.isFocused()) {
      offers.hide();
    } else if (!offers.isShowing()) {
      offers.show(field, Side.BOTTOM, 0, 0);
    }
  }

  private MenuItem line(T each) {
    MenuItem line = new MenuItem(words.apply(each));
    line.setMnemonicParsing(false);
    line.setOnAction(event -> take(each));
    return line;
  }

  private void takeFirst() {
    if (!found.isEmpty()) {
      take(found.getFirst());
    }
  }

  private void take(T each) {
    offers.hide();
    field.clear();
    taken.accept(each);
  }
}
