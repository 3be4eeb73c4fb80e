package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.ProfilePart;
import io.aisle.ui.chart.ChartFrame;
import io.aisle.ui.common.Texts;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The frame of a statistic: while it is computed the place of the chart says so and has a cross to
 * do without it; then the chart, or nothing where the data say nothing. FX thread only.
 */
final class StatisticCard {
  /** With fewer events everything is there at once: cards that come and go would only flicker. */
  private static final long LARGE = 300_000;

  private final ChartFrame frame;
  private final StatisticModel model;
  private final Predicate<ProfilePart> fill;
  private final Texts texts;
  private final SmallWords small;
  private final Node chart;
  private final StackPane place = new StackPane();
  private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper();

  /**
   * @param fill draws a part; whether there was something to draw
   */
  StatisticCard(ChartFrame frame, StatisticModel model, Predicate<ProfilePart> fill, Texts texts) {
    this.frame = frame;
    this.model = model;
    this.fill = fill;
    this.texts = texts;
    this.small = new SmallWords(texts);
    this.chart = frame.getContent();
    place.getChildren().setAll(chart); // first, so that the frame finds its chart
    frame.setContent(place);
  }

  /** Follows the statistic. */
  void follow(VersionViewModel version) {
    model.stateProperty().subscribe(() -> show(large(version)));
  }

  private static boolean large(VersionViewModel version) {
    return version.versionProperty().get() != null
        && version.versionProperty().get().events() >= LARGE;
  }

  private void show(boolean large) {
    switch (model.stateProperty().get()) {
      case NONE -> shown.set(false);
      case WAITING, RUNNING -> {
        place.getChildren().setAll(chart, waiting());
        chart.setVisible(false);
        shown.set(large);
      }
      case READY -> {
        ProfilePart part = model.partProperty().get();
        boolean some = fill.test(part);
        boolean hidden = !some && part.small().any();
        place.getChildren().setAll(chart);
        if (hidden) {
          place.getChildren().add(muted(small.nothing(part.small())));
        }
        frame.setNote(some ? small.of(part) : "");
        chart.setVisible(some);
        shown.set(some || hidden);
      }
      case STOPPED -> {
        place.getChildren().setAll(chart, stopped());
        chart.setVisible(false);
        shown.set(true);
      }
    }
  }

  private Node waiting() {
    ProgressIndicator turning = new ProgressIndicator();
    turning.getStyleClass().add("small-progress");
    turning.setVisible(model.stateProperty().get() == StatisticModel.State.RUNNING);
    Label words =
        muted(
            texts.of(
                model.stateProperty().get() == StatisticModel.State.RUNNING
                    ? "data.statistic.running"
                    : "data.statistic.waiting"));
    Button stop = new Button();
    stop.setGraphic(new FontIcon("fth-x"));
    stop.setId("stop-" + name());
    stop.getStyleClass().addAll("flat", "small");
    String tip = texts.of("data.statistic.stop", frame.getTitle());
    stop.setAccessibleText(tip);
    stop.setTooltip(new Tooltip(tip));
    stop.setOnAction(event -> model.stop());
    return row(turning, words, stop);
  }

  private Node stopped() {
    Label words = muted(texts.of("data.statistic.stopped"));
    Button resume = new Button(texts.of("data.statistic.resume"));
    resume.setId("resume-" + name());
    resume.getStyleClass().add("small");
    resume.setAccessibleText(texts.of("data.statistic.resume.of", frame.getTitle()));
    resume.setOnAction(event -> model.resume());
    return row(words, resume);
  }

  private static Label muted(String words) {
    Label label = new Label(words);
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    return label;
  }

  private static HBox row(Node... nodes) {
    HBox row = new HBox(8, nodes);
    row.getStyleClass().add("centred");
    return row;
  }

  private String name() {
    return model.statistic().name().toLowerCase(Locale.ROOT);
  }

  ChartFrame frame() {
    return frame;
  }

  /** Whether the card has something to show. */
  ReadOnlyBooleanProperty shownProperty() {
    return shown.getReadOnlyProperty();
  }
}
