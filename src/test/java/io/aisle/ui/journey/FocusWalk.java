package io.aisle.ui.journey;

import io.aisle.ui.chart.CanvasChart;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Goes through a part of the window by Tab or Shift+Tab alone, as a person without a mouse does,
 * and notes what is wrong: what cannot be reached, what keeps the focus, what is out of sight when
 * it has the focus, and what does not say what it is or that it has the focus.
 */
final class FocusWalk {
  /** More than any screen has. */
  private static final int STEPS = 400;

  /** Characters that cannot tell what a chart shows. */
  private static final int FEW = 16;

  private final Robot robot = WorkbenchDriver.fx(Robot::new);
  private final Set<String> faults = new LinkedHashSet<>();
  private final Set<Node> known = new HashSet<>();
  private int steps;

  /** Everything that was found to be wrong. */
  Set<String> faults() {
    return faults;
  }

  /** How many controls were looked for. */
  int size() {
    return known.size();
  }

  /** Whether there is something in an area that was not looked for yet. */
  boolean findsMore(Parent area) {
    return !known.containsAll(Controls.of(area));
  }

  /** How often the key was pressed. */
  int steps() {
    return steps;
  }

  /** Every control of an area is reached forwards. */
  void forwards(String where, Parent area) {
    go(where, area, false);
  }

  /** Every control of an area is reached backwards. */
  void backwards(String where, Parent area) {
    go(where, area, true);
  }

  private void go(String where, Parent area, boolean back) {
    List<Node> wanted = WorkbenchDriver.fx(() -> Controls.of(area));
    wanted.removeIf(this::isPassedOver);
    if (wanted.isEmpty()) {
      return;
    }
    Set<Node> fresh = new HashSet<>(wanted);
    fresh.removeAll(known);
    known.addAll(wanted);
    Scene scene = area.getScene();
    Set<Node> reached = new LinkedHashSet<>();
    Node first = back ? wanted.getLast() : wanted.getFirst();
    Node at = begin(scene, first, back);
    while (at != null && !reached.contains(at) && reached.size() < STEPS && inside(at, area)) {
      reached.add(at);
      Node here = at;
      boolean look = fresh.contains(here);
      if (look) {
        regain(scene, here, back);
        awaitPulses();
      }
      FocusRing ring = look ? WorkbenchDriver.fx(() -> look(where, here)) : null;
      if (look && WorkbenchDriver.fx(() -> hasMenu(here))) {
        openMenu(where, here);
      }
      at = press(scene, back);
      if (here.equals(at) && wanted.size() > 1) {
        faults.add(where + ": the focus does not leave " + Controls.words(here));
      } else if (look && !here.equals(at) && !differs(ring, here)) {
        faults.add(where + ": nothing shows the focus of " + Controls.words(here));
      }
    }
    WorkbenchDriver.fx(() -> missed(where + (back ? ", backwards" : ""), wanted, reached));
  }

  private static boolean differs(FocusRing ring, Node node) {
    awaitPulses();
    return WorkbenchDriver.fx(() -> ring.differs(node));
  }

  /** Until the window has been painted as it is now: styles follow the focus with a pulse. */
  private static void awaitPulses() {
    CompletableFuture<Void> painted = new CompletableFuture<>();
    WorkbenchDriver.fx(
        () -> {
          new AnimationTimer() {
            private int pulses;

            @Override
            public void handle(long now) {
              if (++pulses == 2) {
                stop();
                painted.complete(null);
              }
            }
          }.start();
          return null;
        });
    painted.orTimeout(20, TimeUnit.SECONDS).join();
  }

  /** As if the first control had been reached by key: one that is clicked may show no ring. */
  private Node begin(Scene scene, Node first, boolean back) {
    WorkbenchDriver.fx(
        () -> {
          if (scene.getWindow() instanceof Stage stage) {
            stage.requestFocus(); // what was closed before may have kept it
          }
          first.requestFocus();
          return null;
        });
    if (comesBack(scene, first, back)) {
      return first;
    }
    Node at = press(scene, back);
    return first.equals(at) ? first : WorkbenchDriver.fx(() -> focus(scene, first));
  }

  /** A popup that closes late takes the focus of the window along, and the ring with it. */
  private void regain(Scene scene, Node node, boolean back) {
    if (!WorkbenchDriver.fx(node::isFocusVisible)) {
      WorkbenchDriver.fx(
          () -> {
            scene.getWindow().requestFocus();
            return null;
          });
      if (!comesBack(scene, node, back) && !node.equals(press(scene, back))) {
        WorkbenchDriver.fx(() -> focus(scene, node));
      }
    }
  }

  /** A step away from the first control of a panel that keeps the focus leads to itself. */
  private boolean comesBack(Scene scene, Node first, boolean back) {
    return first.equals(press(scene, !back)) && WorkbenchDriver.fx(first::isFocusVisible);
  }

  private static Node focus(Scene scene, Node node) {
    node.requestFocus();
    return scene.getFocusOwner();
  }

  /** A control that Tab leaves out has to tell which other key does the same. */
  private boolean isPassedOver(Node node) {
    return !node.isFocusTraversable()
        && node.getAccessibleHelp() != null
        && !node.getAccessibleHelp().isBlank();
  }

  private Node press(Scene scene, boolean back) {
    if (back) {
      press(KeyCode.SHIFT, KeyCode.TAB);
    } else {
      press(KeyCode.TAB);
    }
    return WorkbenchDriver.fx(scene::getFocusOwner);
  }

  /** Presses keys at the same time and lets them go. */
  void press(KeyCode... keys) {
    steps++;
    WorkbenchDriver.fx(
        () -> {
          List.of(keys).forEach(robot::keyPress);
          List.of(keys).reversed().forEach(robot::keyRelease);
          return null;
        });
  }

  /** What the second button of the mouse opens has to open by key. */
  private static boolean hasMenu(Node node) {
    boolean own =
        node.getOnContextMenuRequested() != null
            || node instanceof Control control && control.getContextMenu() != null;
    return own
        || node instanceof ListView<?> list
            && list.getSelectionModel().getSelectedItem() != null
            && list.lookupAll(".list-cell").stream()
                .anyMatch(cell -> ((Control) cell).getContextMenu() != null);
  }

  private void openMenu(String where, Node node) {
    press(KeyCode.SHIFT, KeyCode.F10);
    boolean opened =
        WorkbenchDriver.fx(
            () -> {
              List<Window> menus =
                  Window.getWindows().stream().filter(ContextMenu.class::isInstance).toList();
              menus.forEach(Window::hide);
              node.getScene().getWindow().requestFocus();
              node.requestFocus();
              return !menus.isEmpty();
            });
    if (!opened) {
      faults.add(where + ": Shift+F10 does not open the menu of " + Controls.words(node));
    }
  }

  private static boolean inside(Node node, Parent area) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at.equals(area)) {
        return true;
      }
    }
    return false;
  }

  private FocusRing look(String where, Node node) {
    if (Controls.name(node).isBlank()) {
      faults.add(where + ": nothing names " + Controls.words(node));
    }
    if (node instanceof CanvasChart chart
        && !chart.emptyProperty().get()
        && chart.describe().length() < FEW) {
      faults.add(where + ": hardly a word stands for " + Controls.words(node));
    }
    if (!inSight(node)) {
      faults.add(where + ": out of sight with the focus: " + Controls.words(node));
    }
    return FocusRing.of(node);
  }

  /** Whether a part of a node is seen in every pane that scrolls around it, and in the window. */
  private static boolean inSight(Node node) {
    Bounds seen = node.localToScene(node.getLayoutBounds());
    Scene scene = node.getScene();
    Bounds view = new BoundingBox(0, 0, scene.getWidth(), scene.getHeight());
    boolean sight = view.intersects(seen) && seen.getWidth() > 4 && seen.getHeight() > 4;
    for (Node at = node.getParent(); at != null; at = at.getParent()) {
      if (at instanceof ScrollPane pane) {
        sight &= pane.localToScene(pane.getLayoutBounds()).intersects(seen);
      }
    }
    return sight;
  }

  private Void missed(String where, List<Node> wanted, Collection<Node> reached) {
    List<ToggleGroup> groups = new ArrayList<>();
    for (Node node : reached) {
      if (node instanceof ToggleButton toggle && toggle.getToggleGroup() != null) {
        groups.add(toggle.getToggleGroup());
      }
    }
    for (Node node : wanted) {
      boolean byArrows =
          node instanceof ToggleButton toggle && groups.contains(toggle.getToggleGroup());
      if (!reached.contains(node) && !byArrows && Controls.isShown(node)) {
        faults.add(where + ": Tab does not reach " + Controls.words(node));
      }
    }
    return null;
  }
}
