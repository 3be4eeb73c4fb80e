package io.aisle.ui.dataset;

import io.aisle.core.dataset.profile.EventFilter;
import io.aisle.ui.chart.Columns;
import java.util.List;
import javafx.collections.ListChangeListener;

/**
 * Bars of which each stands for a filter of the events: choosing one filters, and a filter that is
 * taken away frees its bar. FX thread only.
 */
final class Linked {
  private final Columns chart;
  private final RowsViewModel rows;
  private List<EventFilter> filters = List.of();
  private boolean following;

  Linked(Columns chart, RowsViewModel rows) {
    this.chart = chart;
    this.rows = rows;
    chart.chosenProperty().subscribe(this::chosen);
    rows.filters().all().addListener((ListChangeListener<EventFilter>) change -> follow());
  }

  void show(ProfileView.Chart shown) {
    following = true; // what was chosen of other bars is not chosen of these
    filters = shown.bars().stream().map(Bar::filter).toList();
    chart
        .columnsProperty()
        .set(
            shown.bars().stream()
                .map(bar -> new Columns.Column(bar.name(), bar.height()))
                .toList());
    chart.setNote(shown.note());
    following = false;
    follow();
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
    int chosen = -1;
    for (EventFilter filter : rows.filters().all()) {
      chosen = Math.max(chosen, filters.indexOf(filter));
    }
    chart.chosenProperty().set(chosen);
    following = false;
  }
}
