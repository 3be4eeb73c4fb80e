package io.aisle.ui.chart;

import static io.aisle.ui.chart.ChartStage.fx;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.ui.common.Theme;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** Points on a grid of 5 by 5; number 12 in the middle. */
class PointCloudTest {
  private static final int SIDE = 5;

  private PointCloud chart;

  @BeforeAll
  static void toolkit() throws Exception {
    var unused = FxToolkit.registerPrimaryStage();
  }

  @BeforeEach
  void show() {
    chart =
        fx(
            () -> {
              PointCloud cloud = new PointCloud();
              ChartStage stage = new ChartStage(Theme.LIGHT, Locale.ENGLISH);
              var frame =
                  stage.frame(new ChartSamples.Sample("cloud", "Cloud", "", 420, 420, cloud));
              cloud.cloudProperty().set(grid());
              stage.show(List.of(frame), 460, 460);
              return cloud;
            });
  }

  private static Cloud grid() {
    int count = SIDE * SIDE;
    return new Cloud(
        IntStream.range(0, count).mapToDouble(i -> i % SIDE).toArray(),
        IntStream.range(0, count).mapToDouble(i -> i / SIDE).toArray(),
        IntStream.range(0, count).mapToObj(i -> "p" + i).toList(),
        new Cloud.Groups(
            List.of("low", "high"),
            new int[] {0, 1},
            IntStream.range(0, count).map(i -> i / SIDE < 2 ? 0 : 1).toArray()));
  }

  private CloudPlaces places() {
    return fx(() -> CloudPlaces.of(chart.cloudProperty().get(), chart.zoom(), chart.plotBox()));
  }

  private void press(KeyCode... keys) {
    fx(
        () -> {
          for (KeyCode key : keys) {
            Event.fireEvent(
                chart, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
          }
          return null;
        });
  }

  private void mouse(EventType<MouseEvent> type, double x, double y, boolean still) {
    boolean down = type == MouseEvent.MOUSE_PRESSED || type == MouseEvent.MOUSE_DRAGGED;
    fx(
        () -> {
          Event.fireEvent(
              chart,
              new MouseEvent(
                  chart,
                  chart,
                  type,
                  x,
                  y,
                  x,
                  y,
                  MouseButton.PRIMARY,
                  1,
                  false,
                  false,
                  false,
                  false,
                  down,
                  false,
                  false,
                  false,
                  false,
                  still,
                  null));
          return null;
        });
  }

  /** Around a square with its corners on these points, a little outside. */
  private void drawAround(int lowest, int highest) {
    CloudPlaces at = places();
    double left = at.x()[lowest] - 8;
    double right = at.x()[highest] + 8;
    double bottom = at.y()[lowest] + 8;
    double top = at.y()[highest] - 8;
    mouse(MouseEvent.MOUSE_PRESSED, left, bottom, true);
    double[][] corners = {{left, bottom}, {right, bottom}, {right, top}, {left, top}};
    for (double[] corner : corners) {
      mouse(MouseEvent.MOUSE_DRAGGED, corner[0], corner[1], false);
    }
    mouse(MouseEvent.MOUSE_RELEASED, left, top, false);
  }

  private List<Integer> selected() {
    return fx(() -> chart.selectionProperty().get().stream().boxed().toList());
  }

  @Test
  void aUnitIsAsLongInOneDirectionAsInTheOther() {
    CloudPlaces at = places();
    assertThat(at.x()[1] - at.x()[0])
        .isCloseTo(at.y()[0] - at.y()[SIDE], within(1e-9))
        .isGreaterThan(20);
  }

  @Test
  void arrowsGoToTheNextPointAndSpaceSelects() {
    press(KeyCode.RIGHT); // the one in the middle
    assertThat(fx(() -> chart.readoutProperty().get())).startsWith("p12");
    press(KeyCode.RIGHT);
    assertThat(fx(() -> chart.readoutProperty().get())).startsWith("p13");
    press(KeyCode.UP, KeyCode.SPACE, KeyCode.LEFT, KeyCode.SPACE);
    assertThat(selected()).containsExactly(17, 18);
    press(KeyCode.SPACE);
    assertThat(selected()).containsExactly(18);
    press(KeyCode.ENTER);
    assertThat(fx(() -> chart.openedProperty().get())).isEqualTo(17);
    press(KeyCode.ESCAPE);
    assertThat(selected()).isEmpty();
  }

  @Test
  void theLassoSelectsWhatLiesInside() {
    drawAround(6, 12);
    assertThat(selected()).as("without it the part is moved").isEmpty();
    fx(
        () -> {
          chart.lassoProperty().set(true);
          return null;
        });
    drawAround(6, 12);
    assertThat(selected()).containsExactly(6, 7, 11, 12);
  }

  @Test
  void hiddenPointsAreNotSelected() {
    fx(
        () -> {
          chart.legend().getFirst().visible().set(false);
          chart.lassoProperty().set(true);
          return null;
        });
    drawAround(6, 12);
    assertThat(selected()).containsExactly(11, 12);
  }

  @Test
  void whatIsInSightCanBeSelectedByKeyboardAlone() {
    press(KeyCode.PLUS, KeyCode.PLUS, KeyCode.PLUS, KeyCode.PLUS, KeyCode.PLUS);
    fx(
        () -> {
          chart.selectInSight();
          return null;
        });
    assertThat(selected()).contains(12).doesNotContain(0, 4, 20, 24);
  }

  @Test
  void wordsTellGroupsAndWhatIsMarkedAndSelected() {
    fx(
        () -> {
          chart.marksProperty().set(new PointCloud.Marks(12, new int[] {11, 13}));
          BitSet some = new BitSet();
          some.set(24);
          chart.selectionProperty().set(some);
          return null;
        });
    assertThat(fx(() -> chart.describe()))
        .contains("25 points", "low: 10", "high: 15", "p12 stands out", "p11", "1 selected: p24");
    assertThat(fx(() -> chart.table().rows().get(24))).containsExactly("p24", "4", "4", "high");
  }

  /** As a vector drawing the points are there one by one. */
  @Test
  void theDrawingForFilesHasEveryPoint() {
    String drawing =
        fx(
            () -> {
              SvgPen pen = new SvgPen(400, 400, "Inter", "cloud");
              chart.draw(pen, 400, 400);
              return pen.markup();
            });
    assertThat(drawing.split("<rect", -1)).hasSizeGreaterThan(SIDE * SIDE);
  }
}
