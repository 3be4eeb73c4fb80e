package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.EventFilter;
import io.aisle.ui.chart.BarPairs;
import io.aisle.ui.chart.Columns;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.collections.ListChangeListener;

/**
 * Bars of which each stands for a filter of the events: choosing one filters, and a filter that is
 * taken away frees its bar. FX thread only.
 */
final class Linked {
  private final ObjectProperty<Integer> chosen;
  private final Consumer<ProfileCharts.Chart> draw;
  private final RowsViewModel rows;
  private List<EventFilter> filters = List.of();
  private boolean following;

  private Linked(
      ObjectProperty<Integer> chosen, Consumer<ProfileCharts.Chart> draw, RowsViewModel rows) {
    this.chosen = chosen;
    this.draw = draw;
    this.rows = rows;
    chosen.subscribe(this::chosen);
    rows.filters().all().addListener((ListChangeListener<EventFilter>) change -> follow());
  }

  static Linked of(Columns chart, RowsViewModel rows) {
    return new Linked(
        chart.chosenProperty(),
        shown -> {
          chart
              .columnsProperty()
              .set(
                  shown.bars().stream()
                      .map(bar -> new Columns.Column(bar.name(), bar.height()))
                      .toList());
          chart.setNote(shown.note());
        },
        rows);
  }

  static Linked of(BarPairs chart, RowsViewModel rows) {
    return new Linked(
        chart.chosenProperty(),
        shown ->
            chart
                .pairsProperty()
                .set(
                    shown.bars().stream()
                        .map(bar -> new BarPairs.Pair(bar.name(), bar.height(), bar.second()))
                        .toList()),
        rows);
  }

  /** Shows bars; whether there are any. */
  boolean show(ProfileCharts.Chart shown) {
    following = true; // what was chosen of other bars is not chosen of these
    filters = shown.bars().stream().map(Bar::filter).toList();
    draw.accept(shown);
    following = false;
    follow();
    return !shown.bars().isEmpty();
  }

  private void chosen(int bar) {
    if (following || filters.isEmpty()) {
      return;
    }
    if (bar >= 0 && bar < filters.size()) {
      rows.filter(filters.get(bar));
    } else {
      rows.filters().remove(filters.getFirst().getClass());
    }
  }

  private void follow() {
    following = true;
    int now = -1;
    for (EventFilter filter : rows.filters().all()) {
      now = Math.max(now, filters.indexOf(filter));
    }
    chosen.set(now);
    following = false;
  }
}
