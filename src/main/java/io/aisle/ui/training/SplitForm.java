package io.aisle.ui.training;

import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.ui.common.Texts;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How the data are prepared, divided and judged. FX thread only. */
public final class SplitForm {
  private static final List<Integer> RATIOS = List.of(8, 1, 1);

  private final Texts texts;
  private final ObjectProperty<Kind> kind = new SimpleObjectProperty<>(Kind.LEAVE_LAST_OUT);
  private final ObjectProperty<ProtocolSpec.History> history =
      new SimpleObjectProperty<>(ProtocolSpec.DEFAULTS.history());
  private final BooleanProperty excludeSeen =
      new SimpleBooleanProperty(ProtocolSpec.DEFAULTS.excludeSeen());
  private final StringProperty core =
      new SimpleStringProperty(Integer.toString(PrepareSpec.DEFAULTS.core()));
  private final StringProperty seed = new SimpleStringProperty("42");
  private final ReadOnlyStringWrapper coreError = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper seedError = new ReadOnlyStringWrapper("");

  SplitForm(Texts texts) {
    this.texts = texts;
  }

  /** Ways to divide that need no files. */
  public enum Kind {
    LEAVE_LAST_OUT,
    RANDOM,
    TEMPORAL
  }

  /** What the form says. */
  record Filled(PrepareSpec prepare, SplitSpec split, ProtocolSpec protocol, long seed) {}

  /** What was filled in, or nothing when a field is wrong. */
  Optional<Filled> value() {
    Optional<Long> least = whole(core, coreError, 0, 1000);
    Optional<Long> number = whole(seed, seedError, 0, Integer.MAX_VALUE);
    if (least.isEmpty() || number.isEmpty()) {
      return Optional.empty();
    }
    PrepareSpec base = PrepareSpec.DEFAULTS;
    PrepareSpec prepare =
        new PrepareSpec(base.kinds(), base.minValue(), base.repeats(), least.get().intValue());
    ProtocolSpec rules = ProtocolSpec.DEFAULTS;
    ProtocolSpec protocol =
        new ProtocolSpec(
            rules.candidates(), excludeSeen.get(), history.get(), rules.metrics(), rules.k());
    return Optional.of(new Filled(prepare, split(number.get()), protocol, number.get()));
  }

  private SplitSpec split(long number) {
    return switch (kind.get()) {
      case LEAVE_LAST_OUT -> new SplitSpec.LeaveLastOut();
      case RANDOM -> new SplitSpec.Random(RATIOS, number, true);
      case TEMPORAL -> new SplitSpec.TemporalRatios(RATIOS);
    };
  }

  private Optional<Long> whole(
      StringProperty text, ReadOnlyStringWrapper error, long low, long high) {
    error.set("");
    try {
      long value = Long.parseLong(text.get().strip());
      if (value >= low && value <= high) {
        return Optional.of(value);
      }
      error.set(texts.of("form.error.range", Long.toString(low), Long.toString(high)));
    } catch (NumberFormatException e) {
      error.set(texts.of("form.error.whole", text.get()));
    }
    return Optional.empty();
  }

  public ObjectProperty<Kind> kindProperty() {
    return kind;
  }

  public ObjectProperty<ProtocolSpec.History> historyProperty() {
    return history;
  }

  public BooleanProperty excludeSeenProperty() {
    return excludeSeen;
  }

  public StringProperty coreProperty() {
    return core;
  }

  public StringProperty seedProperty() {
    return seed;
  }

  public ReadOnlyStringProperty coreErrorProperty() {
    return coreError.getReadOnlyProperty();
  }

  public ReadOnlyStringProperty seedErrorProperty() {
    return seedError.getReadOnlyProperty();
  }
}
