package io.aisle.ui.common;

import atlantafx.base.controls.Popover;
import io.aisle.core.comparison.Palette;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A button that opens the choice of runs: filtered as one types, by protocol, with what cannot be
 * chosen greyed and the reason under it. The list is made when it is opened. FX thread only.
 */
public final class RunPicker {
  private static final int WIDTH = 460;
  private static final int HEIGHT = 420;

  private final RunChoices choices;
  private final Texts texts;
  private final Numbers numbers;
  private final TextField filter = new TextField();
  private final ListView<Line> list = new ListView<>();
  private Popover popover;

  /** A line of the list. */
  private sealed interface Line {
    record Head(RunGroup group) implements Line {}

    record Run(RunChoice choice) implements Line {}
  }

  public RunPicker(RunChoices choices, Texts texts, Numbers numbers) {
    this.choices = choices;
    this.texts = texts;
    this.numbers = numbers;
  }

  /** Makes a button open the choice; its text stays the caller's. */
  public void openBy(Button button) {
    button.setOnAction(event -> toggle(button));
  }

  /** Keeps a button's text at how many of the runs are chosen. */
  public void count(Button button) {
    Runnable tell =
        () ->
            button.setText(texts.of("runs.button", choices.chosen().size(), choices.all().size()));
    choices
        .all()
        .addListener(
            (ListChangeListener<RunChoice>)
                change -> {
                  follow(tell);
                  tell.run();
                });
    follow(tell);
    tell.run();
  }

  private void follow(Runnable tell) {
    for (RunChoice choice : choices.all()) {
      choice.chosenProperty().subscribe((before, now) -> tell.run());
    }
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
    show("");
    popover.show(owner);
    filter.requestFocus();
  }

  private Popover make() {
    filter.setPromptText(texts.of("runs.filter"));
    filter.setId("runFilter");
    filter.textProperty().subscribe((before, now) -> show(now));
    filter.setOnKeyPressed(this::down);
    list.setId("runList");
    list.getStyleClass().addAll("plain-list", "run-list");
    list.setAccessibleText(texts.of("runs.list"));
    Label none = new Label(texts.of("runs.none"));
    none.getStyleClass().add("muted");
    list.setPlaceholder(none);
    list.setCellFactory(unused -> cell());
    list.setOnKeyPressed(this::pressed);
    choices.groups().addListener((ListChangeListener<RunGroup>) change -> show(filter.getText()));
    VBox.setVgrow(list, Priority.ALWAYS);
    VBox box = new VBox(filter, list);
    box.getStyleClass().add("run-picker");
    box.setPrefSize(WIDTH, HEIGHT);
    Popover made = new Popover(box);
    made.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
    made.setDetachable(false);
    return made;
  }

  private void show(String typed) {
    String wanted = typed.strip().toLowerCase(Locale.ROOT);
    List<Line> lines = new ArrayList<>();
    for (RunGroup group : choices.groups()) {
      List<RunChoice> fitting =
          group.choices().stream().filter(choice -> matches(choice, group, wanted)).toList();
      if (!fitting.isEmpty()) {
        lines.add(new Line.Head(group));
        fitting.forEach(choice -> lines.add(new Line.Run(choice)));
      }
    }
    list.getItems().setAll(lines);
  }

  /** Only the lines in sight are drawn: there may be thousands. */
  private ListCell<Line> cell() {
    return new ListCell<>() {
      @Override
      protected void updateItem(Line line, boolean empty) {
        super.updateItem(line, empty);
        setPrefWidth(0);
        setGraphic(
            switch (line) {
              case null -> null;
              case Line.Head head -> head(head.group());
              case Line.Run run -> row(run.choice());
            });
      }
    };
  }

  /** The down key goes from the filter to the first line. */
  private void down(KeyEvent event) {
    if (event.getCode() == KeyCode.DOWN) {
      list.requestFocus();
      list.getSelectionModel().selectFirst();
      event.consume();
    }
  }

  /** Space and Enter do what a click on the line would. */
  private void pressed(KeyEvent event) {
    if (event.getCode() != KeyCode.SPACE && event.getCode() != KeyCode.ENTER) {
      return;
    }
    switch (list.getSelectionModel().getSelectedItem()) {
      case null -> {
        return;
      }
      case Line.Head head -> choices.choose(head.group());
      case Line.Run run -> {
        if (run.choice().blockedProperty().get().isEmpty()) {
          run.choice().chosenProperty().set(!run.choice().chosenProperty().get());
        }
      }
    }
    event.consume();
  }

  private static boolean matches(RunChoice choice, RunGroup group, String wanted) {
    if (wanted.isEmpty()) {
      return true;
    }
    String words = choice.run().name() + " " + group.title() + " " + choice.run().path();
    return words.toLowerCase(Locale.ROOT).contains(wanted);
  }

  private Node head(RunGroup group) {
    Label title = new Label(group.title());
    title.getStyleClass().add("section-title");
    title.setWrapText(true);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    Hyperlink only = new Hyperlink(texts.of("runs.group.choose"));
    only.setMinWidth(Region.USE_PREF_SIZE);
    only.setOnAction(event -> choices.choose(group));
    HBox head = new HBox(8, title, only);
    head.setAlignment(Pos.CENTER_LEFT);
    head.getStyleClass().add("run-group");
    return head;
  }

  private Node row(RunChoice choice) {
    RunItem run = choice.run();
    CheckBox box = new CheckBox(run.name());
    box.setId("run-" + run.path().getFileName());
    box.setMnemonicParsing(false);
    box.setMaxWidth(Double.MAX_VALUE);
    box.selectedProperty().bindBidirectional(choice.chosenProperty());
    box.disableProperty().bind(choice.blockedProperty().isNotEmpty());
    HBox.setHgrow(box, Priority.ALWAYS);
    Label time = new Label(numbers.time(run.record().finished()));
    time.getStyleClass().add("subtle");
    time.setMinWidth(Region.USE_PREF_SIZE);
    HBox head = new HBox(8, ColouredName.dot(Palette.of(run.record().model())), box, time);
    head.setAlignment(Pos.CENTER_LEFT);
    Label blocked = new Label();
    blocked.setWrapText(true);
    blocked.getStyleClass().addAll("subtle", "run-blocked");
    blocked.textProperty().bind(choice.blockedProperty());
    Shown.when(blocked, choice.blockedProperty().isNotEmpty());
    return new VBox(1, head, blocked);
  }

  /** The arrow that tells a button which opens something. */
  public static Node arrow() {
    return new FontIcon("fth-chevron-down");
  }
}
