package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.Days;
import io.aisle.core.dataset.profile.EventFilter;
import io.aisle.ui.chart.TimeSeries;
import io.aisle.ui.common.OneOf;
import io.aisle.ui.common.Texts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.ToggleButton;

/**
 * The events over time, and among them those that are filtered; a range that is dragged becomes a
 * filter of whole days, weeks or months. FX thread only.
 */
final class TimeLine {
  private static final long DAY = 86_400_000L;

  private final TimeSeries chart;
  private final RowsViewModel rows;
  private final Texts texts;
  private final ObjectProperty<Days.Step> step = new SimpleObjectProperty<>(Days.Step.DAY);
  private Days days;
  private boolean following;

  TimeLine(TimeSeries chart, RowsViewModel rows, Texts texts) {
    this.chart = chart;
    this.rows = rows;
    this.texts = texts;
    step.subscribe(this::draw);
    rows.chosenDaysProperty().subscribe(this::draw);
    chart.rangeProperty().subscribe(this::chosen);
    rows.filters().all().addListener((ListChangeListener<EventFilter>) change -> follow());
  }

  /** Buttons for days, weeks and months, of which one is always on. */
  void chosenBy(ToggleButton days, ToggleButton weeks, ToggleButton months) {
    OneOf.choose(step, Map.of(Days.Step.DAY, days, Days.Step.WEEK, weeks, Days.Step.MONTH, months));
  }

  /** Shows days; whether there are any. */
  boolean show(Days shown) {
    days = shown.first() == null ? null : shown;
    draw();
    follow();
    return days != null;
  }

  private void draw() {
    List<TimeSeries.Series> lines = new ArrayList<>();
    if (days != null) {
      Days picked = rows.chosenDaysProperty().get();
      lines.add(line(texts.of("data.line.all"), picked == null ? 0 : 4, days));
      if (picked != null && picked.first() != null) {
        lines.add(line(texts.of("data.line.picked"), 0, picked));
      }
    }
    chart.seriesProperty().set(lines);
  }

  private TimeSeries.Series line(String name, int colour, Days of) {
    List<Days.Period> periods = of.by(step.get());
    return new TimeSeries.Series(
        name,
        colour,
        periods.stream().mapToLong(period -> millis(period.start())).toArray(),
        periods.stream().mapToDouble(Days.Period::events).toArray());
  }

  private void chosen(TimeSeries.Range range) {
    if (following) {
      return;
    }
    if (range == null) {
      rows.filters().remove(EventFilter.Times.class);
      return;
    }
    LocalDate from = Days.start(day(range.from()), step.get());
    LocalDate to = Days.next(Days.start(day(range.to()), step.get()), step.get());
    rows.filter(new EventFilter.Times(millis(from), millis(to)));
  }

  private void follow() {
    following = true;
    chart
        .rangeProperty()
        .set(
            rows.filters()
                .of(EventFilter.Times.class)
                .map(times -> new TimeSeries.Range(times.from(), times.to() - 1))
                .orElse(null));
    following = false;
  }

  private static LocalDate day(long millis) {
    return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private static long millis(LocalDate day) {
    return day.toEpochDay() * DAY;
  }
}
