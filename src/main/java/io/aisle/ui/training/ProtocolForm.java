package io.aisle.ui.training;

import static io.aisle.ui.form.FormField.Kind.NUMBER;
import static io.aisle.ui.form.FormField.Kind.TEXT;

import io.aisle.domain.data.EventKind;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.ui.common.Texts;
import io.aisle.ui.form.FormField;
import io.aisle.ui.form.Reading;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** How the data are prepared, divided and judged. FX thread only. */
public final class ProtocolForm {
  private final FormFields fields;
  private final SplitForm split;
  private final FormField kinds;
  private final FormField minValue;
  private final FormField core;
  private final FormField policy;
  private final FormField repeats;
  private final FormField history;
  private final FormField candidates;
  private final FormField depths;

  /** Whether lists may hold what the customer has. */
  public enum Policy {
    HIDE,
    ALLOW
  }

  ProtocolForm(Texts texts) {
    Reading reading = new Reading(texts);
    this.fields = new FormFields(texts);
    this.split = new SplitForm(fields, reading, texts);
    this.kinds = fields.set("kinds", Arrays.stream(EventKind.values()).map(EventKind::id).toList());
    this.minValue = fields.add("minValue", NUMBER, "", false, reading.maybe(-Double.MAX_VALUE));
    this.core =
        fields.add(
            "core",
            NUMBER,
            Integer.toString(PrepareSpec.DEFAULTS.core()),
            false,
            reading.whole(0, 1000));
    this.policy = fields.choice("policy", Policy.values(), false);
    this.repeats = fields.choice("repeats", PrepareSpec.Repeats.values(), true);
    this.history = fields.choice("history", ProtocolSpec.History.values(), true);
    this.candidates = fields.add("candidates", NUMBER, "", true, reading.maybe(1));
    this.depths = fields.add("k", TEXT, "5, 10, 20", true, reading.list(1, 1000, 0));
    policy.textProperty().subscribe((before, now) -> followPolicy());
  }

  /** Where repeats are allowed they must be in the data, or no test item would ever be one. */
  private void followPolicy() {
    boolean hide = policy.textProperty().get().equals(Policy.HIDE.name());
    String fitting = (hide ? PrepareSpec.Repeats.FIRST : PrepareSpec.Repeats.ALL).name();
    repeats.startProperty().set(fitting);
    repeats.reset();
  }

  /** What the form says. */
  record Filled(PrepareSpec prepare, SplitSpec split, ProtocolSpec protocol) {}

  /** What was filled in, or nothing when a field is wrong. */
  Optional<Filled> value() {
    Optional<PrepareSpec> prepare = prepare();
    Optional<SplitSpec> divided = split.value();
    Optional<ProtocolSpec> judged = judged();
    if (prepare.isEmpty() || divided.isEmpty() || judged.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new Filled(prepare.get(), divided.get(), judged.get()));
  }

  private Optional<PrepareSpec> prepare() {
    Optional<Long> least = core.read(Long.class);
    Optional<OptionalDouble> value = maybe(minValue);
    if (least.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new PrepareSpec(
            chosenKinds(),
            value.get(),
            PrepareSpec.Repeats.valueOf(repeats.textProperty().get()),
            least.get().intValue()));
  }

  /** The kinds of events that are used; empty: all. */
  Set<EventKind> chosenKinds() {
    Set<EventKind> chosen = EnumSet.noneOf(EventKind.class);
    List<String> written = List.of(kinds.textProperty().get().split(",", -1));
    for (EventKind kind : EventKind.values()) {
      if (written.contains(kind.id())) {
        chosen.add(kind);
      }
    }
    return chosen;
  }

  @SuppressWarnings("unchecked") // the reader gives a list of integers
  private Optional<ProtocolSpec> judged() {
    Optional<OptionalDouble> sampled = maybe(candidates);
    Optional<List<Integer>> k = depths.read().map(each -> (List<Integer>) each);
    if (sampled.isEmpty() || k.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt count =
        sampled.get().isPresent()
            ? OptionalInt.of((int) sampled.get().getAsDouble())
            : OptionalInt.empty();
    return Optional.of(
        new ProtocolSpec(
            count,
            hidesSeen(),
            ProtocolSpec.History.valueOf(history.textProperty().get()),
            ProtocolSpec.DEFAULTS.metrics(),
            k.get().stream().distinct().sorted().toList()));
  }

  private static Optional<OptionalDouble> maybe(FormField field) {
    return field
        .read()
        .map(
            each ->
                ((Optional<?>) each)
                    .map(number -> OptionalDouble.of((Double) number))
                    .orElse(OptionalDouble.empty()));
  }

  /** Fills the fields in, as far as the form can say it. */
  void show(PrepareSpec prepare, SplitSpec divided, ProtocolSpec judged) {
    FormFields.write(policy, judged.excludeSeen() ? Policy.HIDE : Policy.ALLOW);
    FormFields.write(repeats, prepare.repeats());
    kinds
        .textProperty()
        .set(prepare.kinds().stream().sorted().map(EventKind::id).collect(Collectors.joining(",")));
    minValue
        .textProperty()
        .set(prepare.minValue().isPresent() ? Reading.write(prepare.minValue().getAsDouble()) : "");
    FormFields.write(core, prepare.core());
    FormFields.write(history, judged.history());
    candidates
        .textProperty()
        .set(judged.candidates().isPresent() ? "" + judged.candidates().getAsInt() : "");
    depths.textProperty().set(FormFields.joined(judged.k(), ", "));
    split.show(divided);
  }

  /** Sets the defaults that come from the data; what was changed by hand stays. */
  void know(DataWords data) {
    FormFields.begin(policy, (data.hidesSeen() ? Policy.HIDE : Policy.ALLOW).name());
    split.know(data);
    minValue.neededProperty().set(data.valued());
    kinds.offer(data.kinds().stream().map(EventKind::id).toList());
    kinds.neededProperty().set(data.kinds().size() > 1);
  }

  public boolean hidesSeen() {
    return policy.textProperty().get().equals(Policy.HIDE.name());
  }

  /** The repeat-purchase policy, which the screen asks apart from the rest. */
  public FormField policy() {
    return policy;
  }

  /** Every field but the policy. */
  public List<FormField> fields() {
    return fields.all().stream().filter(field -> field != policy).toList();
  }

  List<FormField> all() {
    return fields.all();
  }
}
