package io.aisle.ui.dataset;

import io.aisle.domain.data.CleaningStep;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import io.aisle.ui.form.FieldNodes;
import io.aisle.ui.form.FormList;
import io.aisle.ui.form.ListedForm;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A card for each step: its switch, its fields, what it would do, and where it stands. Alt with up
 * or down moves the step that has the focus. FX thread only.
 */
final class StepCards {
  private final CleaningViewModel model;
  private final VBox box;
  private final FieldNodes nodes;
  private final Texts texts;
  private final Numbers numbers;
  private final List<Label> effects = new ArrayList<>();

  StepCards(CleaningViewModel model, VBox box, FieldNodes nodes, Texts texts, Numbers numbers) {
    this.model = model;
    this.box = box;
    this.nodes = nodes;
    this.texts = texts;
    this.numbers = numbers;
    model
        .steps()
        .all()
        .addListener((ListChangeListener<ListedForm<CleaningStep>>) change -> make());
    model.lines().addListener((ListChangeListener<StepLine>) change -> tell());
    make();
  }

  private void make() {
    effects.clear();
    box.getChildren().setAll(model.steps().all().stream().map(this::card).toList());
    tell();
  }

  private Node card(ListedForm<CleaningStep> form) {
    FormList<CleaningStep> steps = model.steps();
    int at = steps.all().indexOf(form);
    CheckBox on = new CheckBox(texts.of("cleaning.step", at + 1, texts.of("step." + form.kind())));
    on.setId("step-" + (at + 1));
    on.getStyleClass().add("strong");
    on.setTooltip(new Tooltip(texts.of("step." + form.kind() + ".help")));
    on.setAccessibleHelp(texts.of("cleaning.on.help"));
    on.selectedProperty().bindBidirectional(form.onProperty());
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    Button up = icon(at, "up", "fth-arrow-up", () -> move(form, -1));
    up.setDisable(at == 0);
    Button down = icon(at, "down", "fth-arrow-down", () -> move(form, 1));
    down.setDisable(at == steps.all().size() - 1);
    Button remove = icon(at, "remove", "fth-trash-2", () -> remove(form));
    HBox line = new HBox(4, on, space, up, down, remove);
    line.getStyleClass().add("name-cell");
    FlowPane fields = new FlowPane();
    fields.getStyleClass().add("field-flow");
    form.fields().forEach(field -> fields.getChildren().add(nodes.make("step-" + (at + 1), field)));
    fields.disableProperty().bind(form.onProperty().not());
    Label effect = new Label();
    effect.getStyleClass().add("step-effect");
    effects.add(effect);
    VBox card = new VBox(4, line, fields, effect);
    card.getStyleClass().add("rule-card");
    card.addEventFilter(KeyEvent.KEY_PRESSED, event -> pressed(event, form));
    return card;
  }

  private Button icon(int at, String name, String literal, Runnable work) {
    Button button = new Button(null, new FontIcon(literal));
    String words = texts.of("cleaning." + name);
    button.setId("step-" + (at + 1) + "-" + name);
    button.getStyleClass().addAll("flat", "icon-button");
    button.setAccessibleText(words);
    button.setTooltip(new Tooltip(words));
    button.setOnAction(event -> work.run());
    return button;
  }

  private void pressed(KeyEvent event, ListedForm<CleaningStep> form) {
    if (event.isAltDown() && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
      move(form, event.getCode() == KeyCode.UP ? -1 : 1);
      event.consume();
    }
  }

  private void move(ListedForm<CleaningStep> form, int by) {
    model.steps().move(form, by);
    focus(model.steps().all().indexOf(form));
  }

  private void remove(ListedForm<CleaningStep> form) {
    int at = model.steps().all().indexOf(form);
    model.steps().remove(form);
    focus(Math.min(at, model.steps().all().size() - 1));
  }

  /** The cards are new ones; the focus goes to the one that stands for the step. */
  private void focus(int at) {
    if (at >= 0) {
      box.lookup("#step-" + (at + 1)).requestFocus();
    }
  }

  /** Says under each step that counts what it would do. */
  private void tell() {
    int line = 1;
    for (int i = 0; i < effects.size(); i++) {
      boolean on = model.steps().all().get(i).onProperty().get();
      boolean known = on && line < model.lines().size();
      effects.get(i).setText(known ? words(model.lines().get(line)) : "");
      line += on ? 1 : 0;
    }
  }

  private String words(StepLine line) {
    long before = line.left().events() + line.dropped();
    if (line.changed() > 0) {
      return texts.of("cleaning.effect.changed", line.changed(), before);
    }
    if (line.dropped() == 0) {
      return texts.of("cleaning.effect.none", before);
    }
    double share = before == 0 ? 0 : (double) line.dropped() / before;
    return texts.of(
        "cleaning.effect", before, line.left().events(), line.dropped(), numbers.percent(share));
  }
}
