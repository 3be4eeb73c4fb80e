package io.aisle.ui.dataset;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.drift.Turnover;
import io.aisle.core.dataset.drift.VersionComparison;
import io.aisle.core.dataset.profile.Days;
import io.aisle.core.report.ShellWord;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.ui.chart.TimeSeries;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Two versions of a data set beside each other: drift of columns, and who came and went. */
public final class CompareVersionsViewModel {
  private final DatasetService service;
  private final Texts texts;
  private final Numbers numbers;
  private final Slot<Found<VersionComparison>> comparing;
  private final ObservableList<DatasetVersion> versions = FXCollections.observableArrayList();
  private final ObjectProperty<DatasetVersion> before = new SimpleObjectProperty<>();
  private final ObjectProperty<DatasetVersion> after = new SimpleObjectProperty<>();
  private final ObservableList<DriftLine> lines = FXCollections.observableArrayList();
  private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper daysNote = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<TimeSeries.Series>> days =
      new ReadOnlyObjectWrapper<>(List.of());
  private boolean choosing;

  public CompareVersionsViewModel(
      DatasetService service, Background background, Texts texts, Numbers numbers) {
    this.service = service;
    this.texts = texts;
    this.numbers = numbers;
    this.comparing = background.slot(texts.of("versions.job.compare"));
    before.subscribe(this::compare);
    after.subscribe(this::compare);
  }

  /**
   * Offers versions.
   *
   * @param from compared at first; null: nothing
   * @param to with this one
   */
  void offer(List<DatasetVersion> offered, DatasetVersion from, DatasetVersion to) {
    choosing = true;
    versions.setAll(offered);
    before.set(from);
    after.set(to);
    choosing = false;
    compare();
  }

  /** Compares; again when what may be shown of few users has changed. */
  public void compare() {
    if (choosing) {
      return;
    }
    comparing.clear();
    lines.clear();
    days.set(List.of());
    daysNote.set("");
    DatasetVersion from = before.get();
    DatasetVersion to = after.get();
    if (from == null || to == null || from.id() == to.id()) {
      summary.set(texts.of(versions.size() < 2 ? "versions.compare.one" : "versions.compare.two"));
      return;
    }
    summary.set("");
    comparing.read(
        control -> Found.of(() -> service.compare(from.id(), to.id(), control)),
        found -> found.give(this::show, sentence -> summary.set(texts.sentence(sentence))));
  }

  /** Where the comparison comes from; empty when there is none. */
  Optional<ViewOrigin> origin() {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    List<DatasetVersion> both = List.of(before.get(), after.get());
    return Optional.of(
        ViewOrigin.ofData(
            "%s, %s".formatted(ViewOrigin.named(both.getFirst()), ViewOrigin.named(both.getLast())),
            both,
            List.of(
                "aisle compare-versions %s %s"
                    .formatted(
                        ShellWord.quoted(ViewOrigin.named(both.getFirst())),
                        ShellWord.quoted(ViewOrigin.named(both.getLast()))))));
  }

  private void show(VersionComparison found) {
    lines.setAll(found.columns().stream().map(each -> DriftLine.of(each, texts, numbers)).toList());
    summary.set(
        texts.of(
            "versions.compare.summary",
            found.after().events() - found.before().events(),
            words(found.users(), "versions.users"),
            words(found.items(), "versions.items")));
    List<TimeSeries.Series> both = new ArrayList<>();
    add(both, found.before(), 0, found.daysBefore());
    add(both, found.after(), 1, found.daysAfter());
    days.set(both);
    daysNote.set(
        Stream.of(found.daysBefore(), found.daysAfter())
            .map(new SmallWords(texts)::of)
            .filter(words -> !words.isEmpty())
            .distinct()
            .collect(Collectors.joining(" · ")));
  }

  private String words(Turnover turnover, String key) {
    return texts.of(key, turnover.gained(), turnover.lost());
  }

  private void add(
      List<TimeSeries.Series> lines, DatasetVersion version, int colour, Days counted) {
    if (counted.first() != null) {
      List<Days.Period> periods = counted.by(Days.Step.DAY);
      lines.add(
          new TimeSeries.Series(
              name(version),
              colour,
              periods.stream()
                  .mapToLong(
                      each -> each.start().atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli())
                  .toArray(),
              periods.stream().mapToDouble(Days.Period::events).toArray()));
    }
  }

  String name(DatasetVersion version) {
    return texts.of("versions.version", version.version());
  }

  /** Those that can be compared. */
  ObservableList<DatasetVersion> versions() {
    return versions;
  }

  /** What the other is measured against; null when none is chosen. */
  ObjectProperty<DatasetVersion> beforeProperty() {
    return before;
  }

  ObjectProperty<DatasetVersion> afterProperty() {
    return after;
  }

  /** A line for each column, the largest drift first. */
  ObservableList<DriftLine> lines() {
    return lines;
  }

  /** What came and went, or why nothing is compared. */
  public ReadOnlyStringProperty summaryProperty() {
    return summary.getReadOnlyProperty();
  }

  /** Events of each day of both. */
  ReadOnlyObjectProperty<List<TimeSeries.Series>> daysProperty() {
    return days.getReadOnlyProperty();
  }

  /** What is not shown of few users; "" when everything is. */
  ReadOnlyStringProperty daysNoteProperty() {
    return daysNote.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return comparing.busyProperty();
  }
}
