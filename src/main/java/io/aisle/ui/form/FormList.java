package io.aisle.ui.form;

import io.aisle.domain.InputException;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Undo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Records in their order as they are filled in, edited with undo. FX thread only.
 *
 * @param <R> what the records have in common
 */
public final class FormList<R> {
  private final List<R> kinds;
  private final Function<R, String> kind;
  private final Consumer<ListedForm<R>> prepare;
  private final Texts texts;
  private final Runnable edited;
  private final ObservableList<ListedForm<R>> forms = FXCollections.observableArrayList();
  private final Undo<List<ListedForm.State<R>>> undo = new Undo<>(List.of(), this::restore);

  /**
   * @param kinds what can be added, with the values that it begins with
   * @param kind the name of a record's kind in files
   * @param prepare is given each form before it is shown
   * @param edited told of every edit
   */
  public FormList(
      List<R> kinds,
      Function<R, String> kind,
      Consumer<ListedForm<R>> prepare,
      Texts texts,
      Runnable edited) {
    this.kinds = List.copyOf(kinds);
    this.kind = kind;
    this.prepare = prepare;
    this.texts = texts;
    this.edited = edited;
  }

  /** The kinds of records that can be added, by the names in files. */
  public List<String> kinds() {
    return kinds.stream().map(kind).toList();
  }

  /** What is filled in, right or wrong, to go on with later. */
  public record Draft<R>(List<ListedForm.State<R>> states) {
    public Draft {
      states = List.copyOf(states);
    }

    public boolean isEmpty() {
      return states.isEmpty();
    }
  }

  /** What is filled in now. */
  public Draft<R> draft() {
    return new Draft<>(states());
  }

  /** Goes on with what was filled in before, with nothing to undo. */
  public void begin(Draft<R> with) {
    restore(with.states());
    undo.reset(states());
  }

  /** Begins anew, with some records and nothing to undo. */
  public void begin(List<R> with) {
    restore(with.stream().map(each -> form(each).state()).toList());
    undo.reset(states());
  }

  /** Puts records in the place of all that are there, as one edit. */
  public void replace(List<R> with) {
    settle();
    restore(with.stream().map(each -> form(each).state()).toList());
    settle();
  }

  private ListedForm<R> form(R start) {
    ListedForm<R> form = new ListedForm<>(start, kind.apply(start), texts);
    prepare.accept(form);
    form.fields().forEach(field -> field.textProperty().subscribe((earlier, now) -> edited.run()));
    form.onProperty()
        .subscribe(
            (earlier, now) -> {
              if (forms.contains(form)) {
                settle();
              }
            });
    return form;
  }

  private List<ListedForm.State<R>> states() {
    return forms.stream().map(ListedForm::state).toList();
  }

  private void restore(List<ListedForm.State<R>> states) {
    List<ListedForm<R>> restored = new ArrayList<>();
    for (ListedForm.State<R> state : states) {
      ListedForm<R> form = form(state.start());
      form.restore(state);
      restored.add(form);
    }
    forms.setAll(restored);
    edited.run();
  }

  /** Adds a record of a kind at the end. */
  public void add(String wanted) {
    kinds.stream().filter(each -> kind.apply(each).equals(wanted)).forEach(this::add);
  }

  /** Adds a record at the end. */
  public void add(R record) {
    settle();
    forms.add(form(record));
    settle();
  }

  public void remove(ListedForm<R> form) {
    settle();
    forms.remove(form);
    settle();
  }

  /** Moves a record towards the first, -1, or the last, 1. */
  public void move(ListedForm<R> form, int by) {
    int from = forms.indexOf(form);
    int to = from + by;
    if (from < 0 || to < 0 || to >= forms.size()) {
      return;
    }
    settle();
    List<ListedForm<R>> next = new ArrayList<>(forms);
    Collections.swap(next, from, to);
    forms.setAll(next);
    settle();
  }

  /** What was edited since the last call becomes one step of undo. */
  private void settle() {
    undo.edited(states());
    edited.run();
  }

  public void undo() {
    settle();
    undo.undo();
  }

  public void redo() {
    undo.redo();
  }

  /** What was edited since the last step becomes one. */
  public void rest() {
    undo.edited(states());
  }

  /**
   * The records that count, as filled in, or nothing when one is wrong, which is then said.
   *
   * @param complete gets each record with its form, and gives what stands for it
   */
  public Optional<List<R>> value(
      BiFunction<R, ListedForm<R>, R> complete, Consumer<String> problem) {
    List<R> all = new ArrayList<>();
    try {
      for (ListedForm<R> form : forms) {
        if (!form.onProperty().get()) {
          continue;
        }
        Optional<R> record = form.value();
        if (record.isEmpty()) {
          return Optional.empty();
        }
        all.add(complete.apply(record.get(), form));
      }
    } catch (InputException e) {
      problem.accept(texts.sentence(e.getMessage()));
      return Optional.empty();
    }
    return Optional.of(all);
  }

  public ObservableList<ListedForm<R>> all() {
    return forms;
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return undo.canUndoProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return undo.canRedoProperty();
  }
}
