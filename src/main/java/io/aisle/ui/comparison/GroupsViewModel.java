package io.aisle.ui.comparison;

import io.aisle.core.comparison.Comparison;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.comparison.GroupReport;
import io.aisle.core.comparison.Grouping;
import io.aisle.domain.model.Metric;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * How the compared runs serve groups of users and show groups of items; read when its page is
 * looked at. FX thread only.
 */
public final class GroupsViewModel {
  private final CompareViewModel table;
  private final ComparisonService service;
  private final GroupWords words;
  private final Slot<List<Grouping>> known;
  private final Slot<GroupReport> slot;
  private final ObservableList<GroupChoice> groupings = FXCollections.observableArrayList();
  private final ObjectProperty<GroupChoice> grouping = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<GroupTable> shown =
      new ReadOnlyObjectWrapper<>(GroupTable.EMPTY);
  private Comparison asked;
  private boolean filling;

  public GroupsViewModel(
      CompareViewModel table,
      ComparisonService service,
      Background background,
      GroupWords words,
      Texts texts) {
    this.table = table;
    this.service = service;
    this.words = words;
    this.known = background.slot(texts.of("compare.job.groups"));
    this.slot = background.slot(texts.of("compare.job.groups"));
    table.comparisonProperty().subscribe(this::look);
    table.pageProperty().subscribe(this::look);
    table.metricProperty().subscribe((before, now) -> again());
    grouping.subscribe((before, now) -> again());
  }

  private void again() {
    if (!filling) {
      slot.clear();
      shown.set(GroupTable.EMPTY);
      read();
    }
  }

  private void look() {
    Comparison now = table.comparisonProperty().get();
    if (now == null || !now.equals(asked)) {
      known.clear();
      slot.clear();
      asked = null;
      shown.set(GroupTable.EMPTY);
    }
    if (now != null && asked == null && table.pageProperty().get() == Page.GROUPS) {
      asked = now;
      List<RunItem> runs = now.rows().stream().map(table::item).toList();
      known.read(
          control -> service.groupings(CompareViewModel.folders(runs), control), this::offer);
    }
  }

  private void offer(List<Grouping> found) {
    filling = true;
    GroupChoice kept = grouping.get();
    groupings.setAll(found.stream().map(each -> new GroupChoice(each, words.of(each))).toList());
    grouping.set(groupings.contains(kept) ? kept : groupings.getFirst());
    filling = false;
    read();
  }

  private void read() {
    Comparison now = asked;
    GroupChoice chosen = grouping.get();
    Metric metric = table.metricProperty().get();
    if (now == null || chosen == null || metric == null || groupings.isEmpty()) {
      return;
    }
    Grouping by = chosen.grouping();
    if (by.side() == Grouping.Side.USERS && !metric.perUser()) {
      return; // the table says why there is nothing
    }
    List<RunItem> runs = now.rows().stream().map(table::item).toList();
    slot.read(
        control -> service.groups(CompareViewModel.folders(runs), by, metric, control),
        report ->
            shown.set(words.table(report, runs.stream().map(RunItem::name).toList(), metric)));
  }

  /** What groups can be told apart by; empty until the data were read. */
  public ObservableList<GroupChoice> groupings() {
    return groupings;
  }

  public ObjectProperty<GroupChoice> groupingProperty() {
    return grouping;
  }

  /** Whether the chosen metric has no value for each user, which groups of users need. */
  public boolean lacksValues() {
    Metric metric = table.metricProperty().get();
    return metric != null
        && !metric.perUser()
        && grouping.get() != null
        && grouping.get().grouping().side() == Grouping.Side.USERS;
  }

  /** The groups in words; without rows until they were looked at. */
  public ReadOnlyObjectProperty<GroupTable> shownProperty() {
    return shown.getReadOnlyProperty();
  }

  /** Where the figures come from; empty when there are none. */
  Optional<ViewOrigin> origin() {
    return grouping.get() == null
        ? Optional.empty()
        : table
            .origin()
            .map(
                from ->
                    new ViewOrigin(
                        "%s · %s".formatted(grouping.get().words(), from.caption()),
                        from.sources(),
                        from.commands()));
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }
}
