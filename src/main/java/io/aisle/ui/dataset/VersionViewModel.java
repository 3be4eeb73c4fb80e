package io.aisle.ui.dataset;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.profile.DatasetProfile;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventRow;
import io.aisle.domain.data.Refusal;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.PagedList;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** One version of a data set: facts, refused rows by reason, profile, pages. FX thread only. */
public final class VersionViewModel {
  private static final double MEDIAN = 0.5;

  private final DatasetService service;
  private final Background background;
  private final Texts texts;
  private final Numbers numbers;
  private final Slot<DatasetProfile> profile;
  private final ObjectProperty<ReasonLine> reason = new SimpleObjectProperty<>();
  private final ObservableList<ReasonLine> reasons = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<DatasetVersion> version = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ObservableList<EventRow>> events =
      new ReadOnlyObjectWrapper<>(FXCollections.observableArrayList());
  private final ReadOnlyObjectWrapper<ObservableList<Refusal>> refusals =
      new ReadOnlyObjectWrapper<>(FXCollections.observableArrayList());
  private final ReadOnlyObjectWrapper<SortedMap<String, Long>> months =
      new ReadOnlyObjectWrapper<>(new TreeMap<>());
  private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper profileText = new ReadOnlyStringWrapper("");

  public VersionViewModel(
      DatasetService service, Background background, Texts texts, Numbers numbers) {
    this.service = service;
    this.background = background;
    this.texts = texts;
    this.numbers = numbers;
    this.profile = background.slot(texts.of("data.job.profile"));
    reason.subscribe(this::listRefusals);
  }

  /** Shows another version; null shows none. */
  public void show(DatasetVersion shown) {
    version.set(shown);
    profile.clear();
    profileText.set("");
    months.set(new TreeMap<>());
    if (shown == null) {
      return;
    }
    facts.set(texts.of("data.facts", shown.read(), shown.events(), shown.users(), shown.items()));
    reasons.setAll(lines(shown));
    events.set(
        new PagedList<>(
            background,
            texts.of("data.job.events"),
            (int) shown.events(),
            (from, count) -> service.events(shown.id(), from + 1L, count)));
    reason.set(null);
    listRefusals();
    if (shown.state() == DatasetVersion.State.COMPLETE) {
      profile.read(control -> service.profile(shown.id(), control), this::describe);
    }
  }

  private List<ReasonLine> lines(DatasetVersion shown) {
    List<ReasonLine> lines = new ArrayList<>();
    long all = shown.refused().values().stream().mapToLong(Long::longValue).sum();
    lines.add(new ReasonLine("", texts.of("data.reason.all"), all));
    shown
        .refused()
        .forEach(
            (name, count) -> lines.add(new ReasonLine(name, texts.word("reason.", name), count)));
    return lines;
  }

  private void listRefusals() {
    DatasetVersion shown = version.get();
    if (shown == null || reasons.isEmpty()) {
      return;
    }
    ReasonLine line = reason.get() == null ? reasons.getFirst() : reason.get();
    String wanted = line.reason().isEmpty() ? null : line.reason();
    refusals.set(
        new PagedList<>(
            background,
            texts.of("data.job.refused"),
            (int) line.count(),
            (from, count) -> service.refusals(shown.id(), wanted, from + 1L, count)));
  }

  private void describe(DatasetProfile found) {
    SortedMap<String, Long> byMonth = new TreeMap<>();
    found
        .days()
        .by(io.aisle.core.dataset.profile.Days.Step.MONTH)
        .forEach(m -> byMonth.put(m.start().toString().substring(0, 7), m.events()));
    months.set(byMonth);
    profileText.set(
        texts.of(
            "data.profile",
            numbers.free(median(found.userActivity())),
            numbers.free(median(found.itemActivity())),
            numbers.percent(found.density()),
            numbers.percent(found.topShare())));
  }

  private static double median(List<DatasetProfile.Quantile> quantiles) {
    return quantiles.stream()
        .filter(quantile -> quantile.share() == MEDIAN)
        .mapToDouble(DatasetProfile.Quantile::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  public ReadOnlyObjectProperty<DatasetVersion> versionProperty() {
    return version.getReadOnlyProperty();
  }

  /** Rows read, events, users, items, in words. */
  public ReadOnlyStringProperty factsProperty() {
    return facts.getReadOnlyProperty();
  }

  /** The profile in words; empty until it is known. */
  public ReadOnlyStringProperty profileProperty() {
    return profileText.getReadOnlyProperty();
  }

  /** Events by month, such as 2011-03; empty without times. */
  public ReadOnlyObjectProperty<SortedMap<String, Long>> monthsProperty() {
    return months.getReadOnlyProperty();
  }

  /** All reasons, the sum of them first. */
  public ObservableList<ReasonLine> reasons() {
    return reasons;
  }

  /** The reason whose rows are shown; null shows all. */
  public ObjectProperty<ReasonLine> reasonProperty() {
    return reason;
  }

  public ReadOnlyObjectProperty<ObservableList<EventRow>> eventsProperty() {
    return events.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<ObservableList<Refusal>> refusalsProperty() {
    return refusals.getReadOnlyProperty();
  }
}
