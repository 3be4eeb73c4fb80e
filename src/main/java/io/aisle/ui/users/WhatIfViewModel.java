package io.aisle.ui.users;

import io.aisle.core.explanation.EditSection;
import io.aisle.core.explanation.WhatIf;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.UsersService;
import io.aisle.domain.experiment.ContextFeature;
import io.aisle.domain.explanation.HistoryEdit;
import io.aisle.domain.settings.Scenarios.Scenario;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.time.Instant;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Edits of the user's history; every list follows them. FX thread only. */
public final class WhatIfViewModel {
  private final AttentionViewModel attention;
  private final UsersService service;
  private final ListsViewModel lists;
  private final ScenariosViewModel scenarios;
  private final Texts texts;
  private final Slot<WhatIf> slot;
  private final Slot<String> comparing;
  private final Slot<List<ContextFeature>> declared;
  private final ObservableList<HistoryEdit> edits = FXCollections.observableArrayList();
  private final ObservableList<EditedRow> history = FXCollections.observableArrayList();
  private final ObservableList<ContextFeature> context = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Instant> moment = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper("");
  private List<RunFolder> known = List.of();
  private String user;

  public WhatIfViewModel(
      AttentionViewModel attention,
      UsersService service,
      ListsViewModel lists,
      ScenariosViewModel scenarios,
      Background background,
      Texts texts) {
    this.attention = attention;
    this.service = service;
    this.lists = lists;
    this.scenarios = scenarios;
    this.texts = texts;
    this.slot = background.slot(texts.of("users.job.whatif"));
    this.comparing = background.slot(texts.of("users.job.whatif"));
    this.declared = background.slot(texts.of("users.job.whatif"));
    attention.askedProperty().subscribe((before, now) -> asked(now));
    lists.columnsProperty().subscribe((before, now) -> declare());
  }

  /** Reads what the runs that have lists read of the moment. */
  private void declare() {
    List<RunFolder> runs = runs();
    if (!runs.equals(known)) {
      known = runs;
      declared.read(control -> service.explanations().context(runs), context::setAll);
    }
  }

  private List<RunFolder> runs() {
    return lists.columnsProperty().get().stream()
        .map(each -> new RunFolder(each.run().path()))
        .toList();
  }

  private void asked(AttentionViewModel.Asked now) {
    if (now.user() == null || !now.user().equals(user)) {
      user = now.user();
      edits.clear();
      scenarios.show(user);
    }
    read();
  }

  /** Reads the history as the edits leave it; the last edit is taken back when it does not fit. */
  private void read() {
    AttentionViewModel.Asked asked = attention.askedProperty().get();
    slot.clear();
    comparing.clear();
    if (asked.user() == null || asked.run() == null) {
      history.clear();
      moment.set(null);
      status.set("");
      return;
    }
    List<HistoryEdit> now = List.copyOf(edits);
    slot.read(
        control ->
            service
                .explanations()
                .whatIf(List.of(new RunFolder(asked.run().path())), asked.user(), now, 1, control),
        found -> {
          history.setAll(found.history().reversed().stream().map(WhatIfViewModel::row).toList());
          moment.set(found.moment());
          status.set(now.isEmpty() ? "" : texts.of("whatif.status", now.size()));
          lists.edit(now);
        },
        this::takeBack);
  }

  private static EditedRow row(WhatIf.Place place) {
    return new EditedRow(
        place.item().item(),
        ListsViewModel.name(place.item().title(), place.item().item()),
        place.value());
  }

  private void takeBack() {
    if (!edits.isEmpty()) {
      undo();
    }
  }

  private void apply(HistoryEdit edit) {
    edits.add(edit);
    read();
  }

  /** Takes the item at a place of {@link #history} away. */
  public void remove(int row) {
    apply(new HistoryEdit.Remove(item(row), place(row)));
  }

  /** Adds an item as the newest. */
  public void add(String item) {
    apply(new HistoryEdit.Add(item, -1));
  }

  /**
   * Moves the item at a place of {@link #history}.
   *
   * @param rows how many rows down, that is how much older; negative: up
   */
  public void move(int row, int rows) {
    int to = row + rows;
    if (to >= 0 && to < history.size()) {
      apply(new HistoryEdit.Move(item(row), place(row), place(to)));
    }
  }

  /** Makes the item at a place of {@link #history} count so much times as much. */
  public void weigh(int row, double factor) {
    apply(new HistoryEdit.Weigh(item(row), place(row), history.get(row).value() * factor));
  }

  /**
   * Makes the lists for another moment, which differs in one thing alone.
   *
   * @param number as the feature numbers it, from 1
   */
  public void at(ContextFeature feature, int number) {
    long seconds = feature.with(moment.get().getEpochSecond(), number);
    apply(new HistoryEdit.Moment(Instant.ofEpochSecond(seconds).toString()));
  }

  /** Takes the last edit back. */
  public void undo() {
    if (!edits.isEmpty()) {
      edits.removeLast();
      read();
    }
  }

  /** Takes all edits back. */
  public void reset() {
    edits.clear();
    read();
  }

  /** Keeps the edits under a name. */
  public void keep(String name) {
    if (!name.isBlank() && !edits.isEmpty()) {
      scenarios.keep(name.strip(), List.copyOf(edits));
    }
  }

  /** Makes the edits of a scenario in place of those made. */
  public void open(Scenario scenario) {
    edits.setAll(EditSection.fromMaps(scenario.edits()));
    read();
  }

  /** Says how many items each run's list shares with the one of a scenario. */
  public void compareWith(Scenario scenario) {
    List<ModelColumn> shown = lists.columnsProperty().get();
    List<RunFolder> runs = runs();
    String asked = user;
    comparing.read(
        control ->
            told(
                scenario.name(),
                shown,
                service
                    .explanations()
                    .whatIf(
                        runs,
                        asked,
                        EditSection.fromMaps(scenario.edits()),
                        ListsViewModel.DEPTH,
                        control)),
        status::set);
  }

  private String told(String name, List<ModelColumn> shown, WhatIf other) {
    StringBuilder parts = new StringBuilder();
    for (int at = 0; at < shown.size(); at++) {
      List<String> items =
          other.lists().get(at).list().stream().map(each -> each.item().item()).toList();
      long shared =
          shown.get(at).items().stream().filter(each -> items.contains(each.item())).count();
      parts.append(at == 0 ? "" : texts.of("whynot.comma"));
      parts.append(
          texts.of(
              "whatif.shared", shown.get(at).run().name(), shared, shown.get(at).items().size()));
    }
    return texts.of("whatif.compared", name, parts);
  }

  private String item(int row) {
    return history.get(row).item();
  }

  /** Rows are newest first, places of edits oldest first. */
  private int place(int row) {
    return history.size() - 1 - row;
  }

  /** The edits that are made, the first one first. */
  public ObservableList<HistoryEdit> edits() {
    return edits;
  }

  /** The history as the edits leave it, newest first. */
  public ObservableList<EditedRow> history() {
    return history;
  }

  /** What any of the models reads of the moment that lists are made for. */
  public ObservableList<ContextFeature> context() {
    return context;
  }

  /** The moment that lists are made for; null when the data have no times. */
  public ReadOnlyObjectProperty<Instant> momentProperty() {
    return moment.getReadOnlyProperty();
  }

  public ObservableList<Scenario> scenarios() {
    return scenarios.ofUser();
  }

  /** How many edits are made, or how two scenarios compare. */
  public ReadOnlyStringProperty statusProperty() {
    return status.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }
}
