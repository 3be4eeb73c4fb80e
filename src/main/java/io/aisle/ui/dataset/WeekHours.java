package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.EventFilter;
import io.aisle.ui.chart.HeatMap;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/** Events by day of the week and hour; a click or Enter filters to an hour. FX thread only. */
final class WeekHours {
  private final HeatMap chart;
  private final RowsViewModel rows;
  private final Texts texts;

  WeekHours(HeatMap chart, RowsViewModel rows, Texts texts, Numbers numbers) {
    this.chart = chart;
    this.rows = rows;
    this.texts = texts;
    chart
        .wordsProperty()
        .set(
            cell -> {
              double events = chart.matrixProperty().get().cells()[cell.row()][cell.column()];
              return texts.of(
                  Double.isNaN(events) ? "data.chart.hours.few" : "data.chart.hours.cell",
                  day(cell.row(), TextStyle.FULL),
                  cell.column(),
                  numbers.count((long) events));
            });
    chart.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.isStillSincePress() && event.getClickCount() == 1) {
            filter();
          }
        });
    chart.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            filter();
          }
        });
  }

  private void filter() {
    HeatMap.Cell cell = chart.chosenProperty().get();
    if (cell != null) {
      rows.filter(new EventFilter.Hour(cell.row(), cell.column()));
    }
  }

  private String day(int row, TextStyle style) {
    return DayOfWeek.of(row + 1).getDisplayName(style, texts.locale());
  }

  /**
   * Shows events; whether there are any.
   *
   * @param hours {@code [7][24]} Monday first, null where there are too few users; empty without
   *     times
   */
  boolean show(Long[][] hours) {
    List<String> days = new ArrayList<>();
    double[][] cells = new double[hours.length][];
    for (int day = 0; day < hours.length; day++) {
      days.add(day(day, TextStyle.SHORT));
      cells[day] =
          Arrays.stream(hours[day]).mapToDouble(each -> each == null ? Double.NaN : each).toArray();
    }
    List<String> names = IntStream.range(0, 24).mapToObj("%02d"::formatted).toList();
    chart.matrixProperty().set(new HeatMap.Matrix(days, names, cells));
    return Arrays.stream(cells).flatMapToDouble(Arrays::stream).anyMatch(each -> each > 0);
  }
}
