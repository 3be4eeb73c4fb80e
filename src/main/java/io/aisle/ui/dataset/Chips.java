package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.EventFilter;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is filtered, as buttons that take it back. FX thread only. */
final class Chips {
  private final RowsViewModel model;
  private final Texts texts;
  private final FilterWords words;

  Chips(RowsViewModel model, Texts texts, Numbers numbers) {
    this.model = model;
    this.texts = texts;
    this.words = new FilterWords(texts, numbers);
  }

  /** Keeps the chips of the table that is shown in a list. */
  void keep(List<Node> target) {
    Runnable show =
        () -> {
          target.clear();
          target.addAll(now());
        };
    model.filters().all().addListener((ListChangeListener<EventFilter>) change -> show.run());
    model.reasons().addListener((ListChangeListener<String>) change -> show.run());
    model.tabProperty().subscribe(show);
  }

  private List<Node> now() {
    List<Node> chips = new ArrayList<>();
    switch (model.tabProperty().get()) {
      case EVENTS -> {
        for (EventFilter filter : model.filters().all()) {
          chips.add(chip(words.of(filter), () -> model.drop(filter)));
        }
      }
      case REFUSED -> {
        for (String reason : model.reasons()) {
          chips.add(chip(texts.word("reason.", reason), () -> model.reasons().remove(reason)));
        }
      }
      case ITEMS, JUDGEMENTS -> {} // their words stand in the field
    }
    return chips;
  }

  private Node chip(String text, Runnable drop) {
    Button chip = new Button(text, new FontIcon("fth-x"));
    chip.getStyleClass().add("chip");
    chip.setContentDisplay(ContentDisplay.RIGHT);
    chip.setAccessibleText(texts.of("data.filter.drop", text));
    chip.setOnAction(event -> drop.run());
    return chip;
  }
}
