package io.aisle.ui.form;

import io.aisle.ui.common.Shown;
import io.aisle.ui.common.Texts;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * Makes the nodes of a field: label with unit, the way back to the default, the control, and below
 * it what is allowed or what is wrong.
 */
public final class FieldNodes {
  private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");
  private static final double TIP_WIDTH = 340;

  private final Texts texts;
  private final Consumer<FormField> focused;

  /**
   * @param focused told when a field gets the focus
   */
  public FieldNodes(Texts texts, Consumer<FormField> focused) {
    this.texts = texts;
    this.focused = focused;
  }

  /**
   * @param owner goes before the field's name in the control's id
   */
  public Node make(String owner, FormField field) {
    Control control = FieldControls.of(field, texts);
    control.setId(owner + "-" + field.name());
    control.setMaxWidth(Double.MAX_VALUE);
    control.setAccessibleText(field.label());
    control.setAccessibleHelp(field.help());
    control.focusedProperty().subscribe(on -> told(on, field));
    VBox box = new VBox(head(field, control), control, hint(field));
    box.getStyleClass().addAll("field", "parameter");
    field.changedProperty().subscribe(on -> box.pseudoClassStateChanged(CHANGED, on));
    Shown.when(box, field.neededProperty());
    return box;
  }

  private void told(boolean on, FormField field) {
    if (on) {
      focused.accept(field);
    }
  }

  private Node head(FormField field, Control control) {
    Label label = new Label(field.label());
    label.setLabelFor(control);
    label.getStyleClass().add("field-name");
    label.setMinWidth(Region.USE_PREF_SIZE);
    Label unit = new Label(field.unit());
    unit.getStyleClass().add("field-unit");
    HBox.setHgrow(unit, Priority.SOMETIMES);
    Label info = new Label();
    info.setGraphic(new FontIcon("fth-info"));
    info.getStyleClass().add("field-info");
    info.setMinWidth(Region.USE_PREF_SIZE);
    info.setTooltip(tip(help(texts, field)));
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    HBox head = new HBox(label, unit, info, space, reset(field));
    head.getStyleClass().add("field-head");
    return head;
  }

  private Node reset(FormField field) {
    Button reset = new Button();
    reset.setGraphic(new FontIcon("fth-rotate-ccw"));
    reset.getStyleClass().add("field-reset");
    Tooltip tip = tip("");
    tip.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> texts.of("form.reset", field.startWord()), field.startProperty()));
    reset.setTooltip(tip);
    reset.accessibleTextProperty().bind(tip.textProperty());
    Shown.when(reset, field.changedProperty());
    reset.setOnAction(event -> field.reset());
    return reset;
  }

  private Node hint(FormField field) {
    Label hint = new Label();
    hint.setWrapText(true);
    hint.setMinHeight(Region.USE_PREF_SIZE);
    PseudoClass failed = PseudoClass.getPseudoClass("failed");
    hint.getStyleClass().add("field-hint");
    hint.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    field.errorProperty().get().isEmpty()
                        ? allowed(field)
                        : field.errorProperty().get(),
                field.errorProperty(),
                field.startProperty()));
    field
        .errorProperty()
        .subscribe(error -> hint.pseudoClassStateChanged(failed, !error.isEmpty()));
    return hint;
  }

  private String allowed(FormField field) {
    return field.range().isEmpty()
        ? texts.of("form.default", field.startWord())
        : texts.of("form.allowed", field.range(), field.startWord());
  }

  /** What a field does, what it takes, and how files call it. */
  public static String help(Texts texts, FormField field) {
    String allowed = field.range().isEmpty() ? "" : texts.of("form.help.range", field.range());
    return texts.of("form.help", field.help(), allowed, field.startWord(), field.name());
  }

  private static Tooltip tip(String words) {
    Tooltip tip = new Tooltip(words);
    tip.setWrapText(true);
    tip.setMaxWidth(TIP_WIDTH);
    return tip;
  }
}
