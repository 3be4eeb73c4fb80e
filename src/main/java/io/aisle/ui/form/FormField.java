package io.aisle.ui.form;

import io.aisle.ui.common.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * One thing that is filled in: a text that stands for a number, a switch, one or several of some
 * names. It knows its words, its default and what is wrong with what was written. FX thread only.
 */
public final class FormField {
  private final Spec spec;
  private final FieldWords words;
  private final ReadOnlyObjectWrapper<List<String>> offered;
  private final StringProperty text;
  private final StringProperty start;
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
  private final BooleanProperty needed = new SimpleBooleanProperty(true);

  public FormField(Spec spec, Texts texts) {
    this.spec = spec;
    this.words = new FieldWords(spec.name(), spec.kind(), texts);
    this.offered = new ReadOnlyObjectWrapper<>(spec.choices());
    this.text = new SimpleStringProperty(spec.start());
    this.start = new SimpleStringProperty(spec.start());
    text.subscribe(this::compare);
    start.subscribe(this::compare);
    text.subscribe((before, now) -> error.set(""));
  }

  /** How a field is filled in. */
  public enum Kind {
    NUMBER,
    TEXT,
    SWITCH,
    CHOICE,
    /** Several of some names, joined by commas. */
    SET
  }

  /**
   * What a field is.
   *
   * @param name as in experiment files; its words are found under it
   * @param choices what a {@link Kind#CHOICE} or {@link Kind#SET} offers
   * @param range what is allowed, in words; empty when that needs no saying
   * @param start the default
   * @param advanced whether it is folded away at first
   */
  public record Spec(
      String name,
      Kind kind,
      List<String> choices,
      String range,
      String start,
      boolean advanced,
      Reader reader) {}

  /** Understands what was written, or complains in one sentence. */
  @FunctionalInterface
  public interface Reader {
    Optional<Object> read(String written, Consumer<String> complain);
  }

  private void compare() {
    changed.set(!text.get().strip().equals(start.get()));
  }

  public Kind kind() {
    return spec.kind();
  }

  /** The component's name, as in experiment files. */
  public String name() {
    return spec.name();
  }

  public boolean advanced() {
    return spec.advanced();
  }

  public String label() {
    return words.label();
  }

  /** What its number counts; empty when it counts nothing. */
  public String unit() {
    return words.unit();
  }

  /** What it does, in a sentence. */
  public String help() {
    return words.help();
  }

  /** The word for a choice. */
  public String word(String choice) {
    return words.word(choice);
  }

  /** What is allowed, in words. */
  public String range() {
    return spec.range();
  }

  /** The default as it is shown. */
  public String startWord() {
    return words.shown(start.get());
  }

  /** What is written, as it is shown. */
  public String valueWord() {
    return words.shown(text.get().strip());
  }

  /** What a {@link Kind#CHOICE} or {@link Kind#SET} offers. */
  public List<String> choices() {
    return offered.get();
  }

  /** Offers less than there is: what the data have. */
  public void offer(List<String> choices) {
    offered.set(List.copyOf(choices));
  }

  public ReadOnlyObjectProperty<List<String>> offeredProperty() {
    return offered.getReadOnlyProperty();
  }

  public StringProperty textProperty() {
    return text;
  }

  /** The default; it changes when it comes from the data. */
  public StringProperty startProperty() {
    return start;
  }

  public void reset() {
    text.set(start.get());
  }

  /** Whether something else than the default is written. */
  public ReadOnlyBooleanProperty changedProperty() {
    return changed.getReadOnlyProperty();
  }

  /** Whether it means something beside what else is chosen. */
  public BooleanProperty neededProperty() {
    return needed;
  }

  /** The sentence under the field; empty when all is well. */
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  public void complain(String sentence) {
    error.set(sentence);
  }

  /** What was filled in, or nothing when it is no value; says so under the field. */
  public Optional<Object> read() {
    error.set("");
    return spec.reader().read(text.get().strip(), error::set);
  }

  /** What was filled in, of a type that the reader is known to give. */
  public <T> Optional<T> read(Class<T> type) {
    return read().map(type::cast);
  }
}
