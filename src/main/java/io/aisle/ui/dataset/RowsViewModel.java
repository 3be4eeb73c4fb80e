package io.aisle.ui.dataset;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.profile.Days;
import io.aisle.core.dataset.profile.EventFilter;
import io.aisle.core.dataset.profile.EventSelection;
import io.aisle.core.dataset.profile.QualityCheck;
import io.aisle.core.job.JobControl;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventRow;
import io.aisle.domain.data.EventSort;
import io.aisle.domain.data.ItemRow;
import io.aisle.domain.data.JudgementRow;
import io.aisle.domain.data.KnowledgeCounts;
import io.aisle.domain.data.Refusal;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.PagedList;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;

/** The rows of a version, paged, and what is filtered among them. FX thread only. */
public final class RowsViewModel {
  /** The tables. */
  public enum Tab {
    EVENTS,
    REFUSED,
    ITEMS,
    JUDGEMENTS,
    QUERIES,
    REVIEWS,
    TRIPLES
  }

  private final DatasetService service;
  private final Background background;
  private final Texts texts;
  private final Slot<Chosen> selecting;
  private final Slot<EventSort> sorting;
  private final FoundRows<Refusal> refusals;
  private final FoundRows<ItemRow> items;
  private final KnowledgeRowsViewModel knowledge;
  private final Filters filters = new Filters();
  private final ObservableList<String> reasons = FXCollections.observableArrayList();
  private final StringProperty words = new SimpleStringProperty("");
  private final ObjectProperty<Tab> tab = new SimpleObjectProperty<>(Tab.EVENTS);
  private final ReadOnlyObjectWrapper<DatasetVersion> version = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<EventSort> sort = new ReadOnlyObjectWrapper<>();

  /** The order of the rows that are listed now. */
  private EventSort listed;

  private final ReadOnlyObjectWrapper<Days> chosenDays = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<ObservableList<EventRow>> events = list();
  private final ReadOnlyObjectWrapper<ObservableList<JudgementRow>> judgements = list();

  public RowsViewModel(DatasetService service, Background background, Texts texts) {
    this.service = service;
    this.background = background;
    this.texts = texts;
    this.selecting = background.slot(texts.of("data.job.select"));
    this.sorting = background.slot(texts.of("data.job.sort"));
    // a sort that was cancelled leaves the rows, and so the arrow over them, as they were
    sorting.busyProperty().subscribe(busy -> sort.set(busy ? sort.get() : listed));
    this.refusals = new FoundRows<>(background, texts.of("data.job.refused"));
    this.items = new FoundRows<>(background, texts.of("data.job.items"));
    this.knowledge = new KnowledgeRowsViewModel(service, background, texts);
    knowledge.countsProperty().subscribe(this::turn);
    filters.all().addListener((ListChangeListener<EventFilter>) change -> listEvents());
    reasons.addListener((ListChangeListener<String>) change -> listRefusals());
    words.subscribe(this::search);
  }

  private static <T> ReadOnlyObjectWrapper<ObservableList<T>> list() {
    return new ReadOnlyObjectWrapper<>(FXCollections.observableArrayList());
  }

  /** Shows the rows of another version, all of them; null shows none. */
  public void show(DatasetVersion shown) {
    boolean same = shown != null && version.get() != null && shown.id() == version.get().id();
    version.set(shown);
    if (same) {
      return;
    }
    // what is still being read must not leave rows of the version before
    refusals.clear();
    items.clear();
    listed = null;
    sort.set(null);
    filters.clear();
    reasons.clear();
    knowledge.show(null); // or it would look for the new words in the rows of before
    words.set("");
    if (shown != null) {
      tab.set(shown.events() > 0 || shown.items() == 0 ? Tab.EVENTS : Tab.ITEMS);
      judgements.set(
          paged(
              "data.job.judgements",
              shown.judgements(),
              (from, n) -> service.rows().judgements(shown.id(), from + 1L, n)));
    }
    knowledge.show(shown);
    listEvents();
    listRefusals();
    listItems();
  }

  /** Of a version that has nothing but queries, reviews or triples, those are shown. */
  private void turn(KnowledgeCounts counts) {
    DatasetVersion shown = version.get();
    if (shown != null && shown.events() == 0 && shown.items() == 0 && counts.sum() > 0) {
      tab.set(
          counts.queries() > 0 ? Tab.QUERIES : counts.triples() > 0 ? Tab.TRIPLES : Tab.REVIEWS);
    }
  }

  /** Counts the days of what is filtered again: what may be shown of few users has changed. */
  public void again() {
    if (!filters.all().isEmpty()) {
      listEvents();
    }
  }

  private <T> PagedList<T> paged(String title, long size, PagedList.Source<T> source) {
    return new PagedList<>(background, texts.of(title), Math.toIntExact(size), source);
  }

  private void listEvents() {
    EventSort order = sort.get();
    selecting.clear();
    sorting.clear();
    sort.set(order); // which a sort that ends here has taken back
    DatasetVersion shown = version.get();
    if (shown == null || filters.all().isEmpty()) {
      chosenDays.set(null);
      if (shown != null) {
        listAll(shown, order);
      }
      return;
    }
    List<EventFilter> wanted = List.copyOf(filters.all());
    selecting.read(
        control -> {
          EventSelection selection = service.select(shown.id(), wanted, control);
          return new Chosen(selection, arranged(shown.id(), order, selection.rows(), control));
        },
        chosen -> {
          int[] rows = chosen.rows();
          events.set(
              paged(
                  "data.job.events",
                  rows.length,
                  (from, n) ->
                      service.rows().events(shown.id(), Arrays.copyOfRange(rows, from, from + n))));
          listed = order;
          chosenDays.set(chosen.selection().days());
        });
  }

  /** What passes the filters, and its places in the order of the table. */
  private record Chosen(EventSelection selection, int[] rows) {}

  private int[] arranged(long id, EventSort order, int[] rows, JobControl control) {
    if (order == null) {
      return rows;
    }
    service.rows().sort(id, order.column(), control);
    return service.rows().arrange(id, order, rows);
  }

  private void listAll(DatasetVersion shown, EventSort order) {
    if (order == null) {
      listed = null;
      events.set(
          paged(
              "data.job.events",
              shown.events(),
              (from, n) -> service.rows().events(shown.id(), from + 1L, n)));
      return;
    }
    sorting.read(
        control -> {
          service.rows().sort(shown.id(), order.column(), control);
          return order;
        },
        ready -> {
          listed = ready;
          sort.set(ready);
          events.set(
              paged(
                  "data.job.events",
                  shown.events(),
                  (from, n) -> service.rows().events(shown.id(), ready, from, n)));
        });
  }

  /** Sorts the events of the whole version; null is the order of the file. */
  public void sort(EventSort wanted) {
    if (!Objects.equals(sort.get(), wanted)) {
      sort.set(wanted);
      listEvents();
    }
  }

  /** The order of the events; null is that of the file. */
  public ReadOnlyObjectProperty<EventSort> sortProperty() {
    return sort.getReadOnlyProperty();
  }

  private void listRefusals() {
    refusals.clear();
    DatasetVersion shown = version.get();
    if (shown != null) {
      List<String> wanted = List.copyOf(reasons);
      String text = words.get();
      refusals.list(
          (order, control) -> service.rows().findRefusals(shown.id(), wanted, text),
          keys -> service.rows().refusals(shown.id(), keys));
    }
  }

  private void listItems() {
    items.clear();
    DatasetVersion shown = version.get();
    if (shown != null) {
      String text = words.get();
      items.list(
          (order, control) -> service.rows().findItems(shown.id(), text),
          keys -> service.rows().items(shown.id(), keys));
    }
  }

  private void search() {
    if (words.get().isBlank()) {
      filters.remove(EventFilter.Words.class);
    } else {
      filters.set(new EventFilter.Words(words.get().strip()));
    }
    listRefusals();
    listItems();
    knowledge.search(words.get());
  }

  /** Shows the rows that a check found. */
  public void show(QualityLine line) {
    words.set("");
    QualityCheck check = line.check();
    switch (check.where()) {
      case QualityCheck.Refused(List<String> found) -> {
        reasons.setAll(found);
        tab.set(Tab.REFUSED);
      }
      case QualityCheck.Taken() -> {
        filters.only(new EventFilter.Found(check.id()));
        tab.set(Tab.EVENTS);
      }
      case QualityCheck.Outside() -> {} // there are no rows of it
    }
  }

  /** Shows the events that pass a filter beside the others. */
  public void filter(EventFilter filter) {
    filters.set(filter);
    tab.set(Tab.EVENTS);
  }

  /** Takes a filter away; the one of words empties their field too. */
  public void drop(EventFilter filter) {
    if (filter instanceof EventFilter.Words) {
      words.set("");
    } else {
      filters.remove(filter.getClass());
    }
  }

  /** How many rows of the chosen table are listed. */
  int listed() {
    return switch (tab.get()) {
      case EVENTS -> events.get().size();
      case REFUSED -> refusals.rowsProperty().get().size();
      case ITEMS -> items.rowsProperty().get().size();
      case JUDGEMENTS -> judgements.get().size();
      case QUERIES -> knowledge.queries().rowsProperty().get().size();
      case REVIEWS -> knowledge.reviews().rowsProperty().get().size();
      case TRIPLES -> knowledge.triples().rowsProperty().get().size();
    };
  }

  /** How many rows the chosen table has without filters and words; 0 without a version. */
  long all() {
    DatasetVersion shown = version.get();
    if (shown == null) {
      return 0;
    }
    return switch (tab.get()) {
      case EVENTS -> shown.events();
      case REFUSED -> shown.refused().values().stream().mapToLong(Long::longValue).sum();
      case ITEMS -> shown.items();
      case JUDGEMENTS -> shown.judgements();
      case QUERIES -> knowledge.countsProperty().get().queries();
      case REVIEWS -> knowledge.countsProperty().get().reviews();
      case TRIPLES -> knowledge.countsProperty().get().triples();
    };
  }

  /** The queries, reviews and triples. */
  public KnowledgeRowsViewModel knowledge() {
    return knowledge;
  }

  /** Takes all filters away. */
  public void dropAll() {
    filters.clear();
    words.set("");
  }

  public Filters filters() {
    return filters;
  }

  /** Reasons whose refused rows are shown; empty shows all. */
  public ObservableList<String> reasons() {
    return reasons;
  }

  /** What is searched for: parts of ids, titles or refused lines. */
  public StringProperty wordsProperty() {
    return words;
  }

  public ObjectProperty<Tab> tabProperty() {
    return tab;
  }

  public ReadOnlyObjectProperty<DatasetVersion> versionProperty() {
    return version.getReadOnlyProperty();
  }

  /** Events of each day among the filtered ones; null when nothing is filtered. */
  public ReadOnlyObjectProperty<Days> chosenDaysProperty() {
    return chosenDays.getReadOnlyProperty();
  }

  /** Whether an order of the events is being made. */
  public ReadOnlyBooleanProperty sortingProperty() {
    return sorting.busyProperty();
  }

  /** Whether the rows of the chosen table are being sorted. */
  boolean isSorting() {
    return switch (tab.get()) {
      case EVENTS -> sorting.busyProperty().get();
      case QUERIES -> knowledge.queries().isSorting();
      case REVIEWS -> knowledge.reviews().isSorting();
      case TRIPLES -> knowledge.triples().isSorting();
      case REFUSED, ITEMS, JUDGEMENTS -> false;
    };
  }

  public ReadOnlyObjectProperty<ObservableList<EventRow>> eventsProperty() {
    return events.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<ObservableList<Refusal>> refusalsProperty() {
    return refusals.rowsProperty();
  }

  public ReadOnlyObjectProperty<ObservableList<ItemRow>> itemsProperty() {
    return items.rowsProperty();
  }

  public ReadOnlyObjectProperty<ObservableList<JudgementRow>> judgementsProperty() {
    return judgements.getReadOnlyProperty();
  }
}
