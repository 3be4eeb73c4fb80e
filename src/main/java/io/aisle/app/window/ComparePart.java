package io.aisle.app.window;

import io.aisle.ui.common.Refreshable;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.comparison.CompareController;
import io.aisle.ui.comparison.CompareViewModel;
import io.aisle.ui.comparison.ReportViewModel;
import java.util.List;
import javafx.collections.ListChangeListener;

/** Wires the Compare screen. */
final class ComparePart {
  private final Frame frame;

  ComparePart(Frame frame) {
    this.frame = frame;
  }

  Refreshable wire() {
    CompareViewModel compare =
        new CompareViewModel(
            frame.shelf(),
            frame.services().comparisons(),
            frame.background(),
            frame.texts(),
            frame.numbers());
    compare
        .chosen()
        .addListener(
            (ListChangeListener<RunItem>)
                change -> frame.current().runsProperty().set(List.copyOf(compare.chosen())));
    ReportViewModel report =
        new ReportViewModel(
            frame.services().reports(), frame.background(), frame.notices(), frame.texts());
    frame
        .controllers()
        .put(
            CompareController.class,
            () ->
                new CompareController(
                    compare, report, frame.dialogs(), frame.texts(), frame.numbers()));
    return compare;
  }
}
