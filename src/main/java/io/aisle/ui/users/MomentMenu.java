package io.aisle.ui.users;

import io.aisle.domain.experiment.ContextFeature;
import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.Tooltip;

/**
 * Chooses the hour, weekday or month that lists are made for, as far as a model reads them; away
 * where none does. FX thread only.
 */
final class MomentMenu {
  private final MenuButton button;
  private final WhatIfViewModel model;
  private final Texts texts;

  MomentMenu(MenuButton button, WhatIfViewModel model, Texts texts) {
    this.button = button;
    this.model = model;
    this.texts = texts;
    Shown.when(
        button, Bindings.isNotEmpty(model.context()).and(model.momentProperty().isNotNull()));
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(button.accessibleTextProperty());
    button.setTooltip(tooltip);
    model.momentProperty().subscribe(this::fill);
    model.context().subscribe(this::fill);
  }

  private void fill() {
    Instant moment = model.momentProperty().get();
    if (moment == null) {
      return;
    }
    String words =
        model.context().stream()
            .map(each -> MomentWords.value(texts, each, each.of(moment.getEpochSecond())))
            .collect(Collectors.joining(" "));
    button.setText(words);
    button.setAccessibleText(texts.of("whatif.moment", words));
    button
        .getItems()
        .setAll(model.context().stream().map(each -> menu(each, moment.getEpochSecond())).toList());
  }

  private Menu menu(ContextFeature feature, long moment) {
    Menu menu = new Menu(MomentWords.name(texts, feature));
    IntStream.range(1, feature.size())
        .forEach(
            number -> {
              RadioMenuItem item = new RadioMenuItem(MomentWords.value(texts, feature, number));
              item.setId("moment-%s-%d".formatted(feature.id(), number));
              item.setSelected(feature.of(moment) == number);
              item.setOnAction(event -> model.at(feature, number));
              menu.getItems().add(item);
            });
    return menu;
  }
}
