package io.aisle.ui.training;

import atlantafx.base.controls.Popover;
import io.aisle.ui.common.ColouredName;
import io.aisle.ui.common.FilterField;
import io.aisle.ui.common.KeyInstead;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Reveal;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The choice of models behind a button: by family, filtered as one types, each with its summary,
 * marks and help page. Up and down go through the models, space chooses, F1 opens the page, what is
 * typed there begins a new filter; Enter in the filter chooses the first that fits and makes room
 * for the next word. FX thread only.
 */
final class ModelPicker {
  private static final int WIDTH = 800;
  private static final int HEIGHT = 560;

  private final ModelShelf shelf;
  private final ModelMarks marks;
  private final Consumer<ModelForm> help;
  private final Texts texts;
  private final Numbers numbers;
  private final FilterField filter = new FilterField();
  private final VBox list = new VBox();
  private final ScrollPane scroll = new ScrollPane(list);
  private final ObservableList<ModelForm> fitting = FXCollections.observableArrayList();
  private final ObservableList<ModelForm> all;
  private final List<CheckBox> boxes = new ArrayList<>();
  private Popover popover;

  /**
   * @param help opens the page of a model
   */
  ModelPicker(List<ModelForm> models, Consumer<ModelForm> help, Texts texts, Numbers numbers) {
    this.shelf = new ModelShelf(models, texts);
    this.marks = new ModelMarks(shelf);
    this.all = FXCollections.observableArrayList(models);
    this.help = help;
    this.texts = texts;
    this.numbers = numbers;
  }

  void openBy(Button button) {
    button.setOnAction(event -> toggle(button));
  }

  private void toggle(Node owner) {
    if (popover == null) {
      popover = make();
    }
    if (popover.isShowing()) {
      popover.hide();
      return;
    }
    filter.clear();
    show();
    popover.show(owner);
    filter.requestFocus();
  }

  private Popover make() {
    filter.setId("modelFilter");
    filter.setPromptText(texts.of("models.filter"));
    filter.count(fitting, all, texts, numbers);
    filter.textProperty().subscribe((before, now) -> show());
    filter.setOnAction(event -> toggleFirst());
    filter.addEventFilter(KeyEvent.KEY_PRESSED, this::intoList);
    list.getStyleClass().add("model-shelf");
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
    list.addEventFilter(KeyEvent.KEY_TYPED, this::filterAnew);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("form-scroll");
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox box = new VBox(filter, scroll, marks.key());
    box.getStyleClass().add("run-picker");
    box.setPrefSize(WIDTH, HEIGHT);
    Popover made = new Popover(box);
    made.setArrowLocation(Popover.ArrowLocation.LEFT_TOP);
    made.setDetachable(false);
    return made;
  }

  private void show() {
    List<ModelShelf.Family> families = shelf.fitting(filter.getText());
    List<Node> rows = new ArrayList<>();
    List<ModelForm> found = new ArrayList<>();
    boxes.clear();
    for (ModelShelf.Family family : families) {
      Label title = new Label(shelf.title(family.group()));
      title.getStyleClass().addAll("section-title", "model-family");
      rows.add(title);
      family.models().forEach(model -> rows.add(row(model)));
      found.addAll(family.models());
    }
    if (rows.isEmpty()) {
      Label none = new Label(texts.of("models.none"));
      none.getStyleClass().add("muted");
      rows.add(none);
    }
    list.getChildren().setAll(rows);
    fitting.setAll(found);
    scroll.setVvalue(0);
  }

  private Node row(ModelForm model) {
    CheckBox box = new CheckBox(model.title());
    box.setId("model-" + model.kind().id());
    box.setMnemonicParsing(false);
    box.getStyleClass().add("model-name");
    box.setUserData(model);
    box.setAccessibleHelp(model.summary());
    box.selectedProperty().bindBidirectional(model.chosenProperty());
    box.focusedProperty().subscribe(this::reveal);
    boxes.add(box);
    Label summary = new Label(model.summary());
    summary.getStyleClass().addAll("subtle", "model-summary");
    summary.setTooltip(tip(model.summary()));
    summary.setMaxWidth(Double.MAX_VALUE);
    summary.setMinWidth(0);
    HBox.setHgrow(summary, Priority.ALWAYS);
    Hyperlink page = new Hyperlink(null, new FontIcon("fth-help-circle"));
    page.setId("help-" + model.kind().id());
    page.getStyleClass().add("model-help");
    KeyInstead.of(page, "F1", texts);
    page.setAccessibleText(texts.of("models.help", model.title()));
    page.setTooltip(new Tooltip(texts.of("models.help", model.title())));
    page.setOnAction(event -> explain(model));
    HBox row = new HBox(ColouredName.dot(model.colour()), box, summary, marks.of(model), page);
    row.getStyleClass().add("model-row");
    return row;
  }

  /** The page lies in the window, under the choice. */
  private void explain(ModelForm model) {
    popover.hide();
    help.accept(model);
  }

  private static Tooltip tip(String text) {
    Tooltip tip = new Tooltip(text);
    tip.setWrapText(true);
    tip.setMaxWidth(360);
    return tip;
  }

  private void toggleFirst() {
    if (!fitting.isEmpty()) {
      var chosen = fitting.getFirst().chosenProperty();
      chosen.set(!chosen.get());
      filter.selectAll();
    }
  }

  private void filterAnew(KeyEvent event) {
    String typed = event.getCharacter();
    boolean command = event.isShortcutDown() || event.isAltDown() || event.isMetaDown();
    if (!command && !typed.isBlank() && !Character.isISOControl(typed.codePointAt(0))) {
      filter.requestFocus();
      filter.setText(typed);
      filter.end();
      event.consume();
    }
  }

  private void intoList(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN && !boxes.isEmpty()) {
      boxes.getFirst().requestFocus();
      event.consume();
    }
  }

  private void walk(KeyEvent event) {
    int at = boxes.indexOf(event.getTarget());
    if (at < 0) {
      return;
    }
    switch (event.getCode()) {
      case DOWN -> boxes.get(Math.min(at + 1, boxes.size() - 1)).requestFocus();
      case UP -> (at == 0 ? filter : boxes.get(at - 1)).requestFocus();
      case HOME -> boxes.getFirst().requestFocus();
      case END -> boxes.getLast().requestFocus();
      case F1 -> explain((ModelForm) boxes.get(at).getUserData());
      default -> {
        return;
      }
    }
    event.consume();
  }

  /** Scrolls so that the model in focus is seen. */
  private void reveal(boolean focused) {
    boxes.stream()
        .filter(box -> focused && box.isFocused())
        .findFirst()
        .ifPresent(box -> Reveal.in(scroll, box.getParent()));
  }
}
