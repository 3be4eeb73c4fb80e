package io.aisle.ui.chart;

import io.aisle.ui.common.ViewOrigin;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What stands around a chart: heading, legend, tools and the menu to copy, save and describe it.
 * The chart may lie inside other nodes of the content. FX thread only.
 */
@DefaultProperty("content")
public final class ChartFrame extends VBox {
  private final Label title = new Label();
  private final Label subtitle = new Label();
  private final LegendBar legend = new LegendBar();
  private final HBox extra = new HBox();
  private final MenuButton menu = new MenuButton();
  private final Button whole = new Button();
  private final HBox right = new HBox(extra, whole, menu);
  private final StackPane body = new StackPane();
  private final Label note = new Label();
  private final ObjectProperty<Node> content = new SimpleObjectProperty<>();
  private CanvasChart turned;
  private ChartTools tools;
  private Supplier<Optional<ViewOrigin>> origin = Optional::empty;

  public ChartFrame() {
    getStyleClass().add("chart-frame");
    title.getStyleClass().add("card-title");
    subtitle.getStyleClass().add("muted");
    extra.getStyleClass().add("chart-tools");
    right.getStyleClass().add("chart-tools");
    menu.getStyleClass().addAll("chart-menu", "no-arrow");
    menu.setGraphic(new FontIcon("fth-more-horizontal"));
    menu.setVisible(false);
    whole.getStyleClass().addAll("chart-menu", "small");
    whole.setGraphic(new FontIcon("fth-maximize"));
    whole.setOnAction(event -> chart().showAll());
    whole.managedProperty().bind(whole.visibleProperty());
    hideWhenEmpty(title);
    hideWhenEmpty(subtitle);
    ChartHead head = new ChartHead(title, subtitle, legend, right);
    VBox.setVgrow(body, Priority.ALWAYS);
    note.getStyleClass().addAll("subtle", "chart-note");
    note.setWrapText(true);
    note.setMinHeight(USE_PREF_SIZE);
    hideWhenEmpty(note);
    getChildren().setAll(head, body, note);
    content.subscribe(this::place);
  }

  public ObjectProperty<Node> contentProperty() {
    return content;
  }

  public Node getContent() {
    return content.get();
  }

  public void setContent(Node node) {
    content.set(node);
  }

  public StringProperty titleProperty() {
    return title.textProperty();
  }

  public String getTitle() {
    return title.getText();
  }

  public void setTitle(String words) {
    title.setText(words);
  }

  public StringProperty subtitleProperty() {
    return subtitle.textProperty();
  }

  public String getSubtitle() {
    return subtitle.getText();
  }

  public void setSubtitle(String words) {
    subtitle.setText(words);
  }

  /** The subtitle names something of the data, which may be cut where there is no room. */
  public void subtitleIsData() {
    subtitle.getStyleClass().add("data-text");
  }

  /** What is to be said under the chart, wherever it is shown; "" is nothing. */
  public void setNote(String words) {
    note.setText(words);
  }

  public String getNote() {
    return note.getText();
  }

  /** Puts controls of the owner before the menu. */
  public void setTools(Node... nodes) {
    extra.getChildren().setAll(nodes);
  }

  /**
   * Lets the chart be kept for a report.
   *
   * @param given where the figures of the chart come from now; empty when there are none
   */
  public void pinnable(Supplier<Optional<ViewOrigin>> given) {
    origin = given;
  }

  /** Gives chart and menu their language and their way to files; to be called once. */
  public void equip(ChartTools given) {
    tools = given;
    legend.equip(given);
    whole.setAccessibleText(given.texts().of("chart.whole"));
    whole.setTooltip(new Tooltip(given.texts().of("chart.whole")));
    menu.setVisible(true);
    menu.setAccessibleText(given.texts().of("chart.menu"));
    menu.setTooltip(new Tooltip(given.texts().of("chart.menu")));
    menu.getItems().setAll(new MenuItem()); // an empty menu would not open
    menu.setOnShowing(event -> menu.getItems().setAll(items()));
    dress(chart());
  }

  /**
   * Makes heading, legend and menu those of one of several charts inside the content; without it
   * they are those of the first. To be called after {@link #equip}.
   *
   * @param seen whether the chart is shown; one that stands behind a table has no legend
   */
  public void turnTo(CanvasChart chart, boolean seen) {
    turned = chart;
    dress(chart);
    name(chart);
    legend.name(seen ? chart : null);
  }

  private void dress(CanvasChart chart) {
    chart.equip(tools);
    ContextMenu context = new ContextMenu();
    chart.setOnContextMenuRequested(
        event -> {
          context.getItems().setAll(items());
          context.show(chart, event.getScreenX(), event.getScreenY());
          event.consume();
        });
  }

  /** The chart inside the content, or the one that this was turned to. */
  public CanvasChart chart() {
    if (turned != null) {
      return turned;
    }
    CanvasChart found = find(content.get());
    if (found == null) {
      throw new IllegalStateException("a chart frame without a chart");
    }
    return found;
  }

  private List<MenuItem> items() {
    CanvasChart chart = chart();
    return ChartMenu.items(
        chart, tools, this::files, tools.gate(origin), origin.get(), this::describe);
  }

  private ChartFiles files() {
    return new ChartFiles(chart(), tools, title.getText(), subtitle.getText(), note.getText());
  }

  private void describe() {
    Description description =
        new Description(
            Sentence.joined(chart().describe(), note.getText()), tools.gate(origin), tools.texts());
    description.onClose(
        () -> {
          body.getChildren().remove(description);
          chart().requestFocus();
        });
    body.getChildren().removeIf(Description.class::isInstance);
    body.getChildren().add(description);
    description.focus();
  }

  private void place() {
    Node node = content.get();
    body.getChildren().setAll(node == null ? List.of() : List.of(node));
    turned = null;
    name(find(node));
  }

  private void name(CanvasChart chart) {
    legend.name(chart);
    title.setLabelFor(chart);
    whole.visibleProperty().unbind();
    whole.setVisible(false);
    if (chart != null) {
      whole.visibleProperty().bind(chart.zoomedProperty());
    }
  }

  private static CanvasChart find(Node node) {
    return switch (node) {
      case null -> null;
      case CanvasChart chart -> chart;
      case ScrollPane pane -> find(pane.getContent());
      case Parent parent ->
          parent.getChildrenUnmodifiable().stream()
              .map(ChartFrame::find)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      default -> null;
    };
  }

  private static void hideWhenEmpty(Label label) {
    label.managedProperty().bind(label.textProperty().isNotEmpty());
    label.visibleProperty().bind(label.managedProperty());
  }
}
