package io.aisle.ui.common;

import atlantafx.base.controls.CustomTextField;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A field that narrows a list while one types, with a button that clears it and the count of what
 * is left. Escape clears; the down key goes on to the list. For FXML: {@code <FilterField
 * fx:id="filter" promptText="%..."/>}, then {@link #narrow} in the controller. FX thread only.
 */
public final class FilterField extends CustomTextField {
  private final Label count = new Label();
  private final Button clear = new Button(null, new FontIcon("fth-x"));

  public FilterField() {
    getStyleClass().add("filter-field");
    count.getStyleClass().add("filter-count");
    clear.getStyleClass().addAll("flat", "button-icon", "filter-clear");
    clear.setFocusTraversable(false);
    clear.setOnAction(event -> clear());
    HBox right = new HBox(count, clear);
    right.getStyleClass().add("filter-right");
    right.visibleProperty().bind(textProperty().isNotEmpty());
    setLeft(new FontIcon("fth-search"));
    setRight(right);
    accessibleTextProperty().bind(promptTextProperty());
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !getText().isEmpty()) {
            clear();
            event.consume();
          }
        });
  }

  /**
   * Narrows a list to what was typed.
   *
   * @param words what of a row is searched
   * @param list the control that the down key goes to
   */
  public <T> void narrow(
      FilteredList<T> rows, Function<T, String> words, Node list, Texts texts, Numbers numbers) {
    textProperty()
        .subscribe(
            typed -> {
              Filter filter = new Filter(typed);
              rows.setPredicate(
                  filter.isEmpty() ? null : row -> row != null && filter.test(words.apply(row)));
            });
    leadTo(list);
    count(rows, rows.getSource(), texts, numbers);
  }

  /** Says beside the text how many of all rows are left; for lists that a view model narrows. */
  public void count(ObservableList<?> rows, ObservableList<?> all, Texts texts, Numbers numbers) {
    Runnable say =
        () ->
            count.setText(
                texts.of("filter.count", numbers.count(rows.size()), numbers.count(all.size())));
    rows.addListener((ListChangeListener<Object>) change -> say.run());
    say.run();
    clear.setAccessibleText(texts.of("filter.clear"));
    clear.setTooltip(new Tooltip(texts.of("filter.clear")));
    KeyInstead.of(clear, "Esc", texts);
  }

  /** The down key goes from the field to a control. */
  public void leadTo(Node list) {
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            event.consume();
          }
        });
  }
}
