package io.aisle.ui.training;

import static io.aisle.ui.training.FormField.Kind.CHOICE;
import static io.aisle.ui.training.FormField.Kind.NUMBER;
import static io.aisle.ui.training.FormField.Kind.SET;
import static io.aisle.ui.training.FormField.Kind.TEXT;

import io.aisle.domain.data.EventKind;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.ui.common.Texts;
import java.time.Instant;
import java.util.ArrayList;
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
  private static final String SHARES = "8 : 1 : 1";

  private final Texts texts;
  private final Reading reading;
  private final List<FormField> fields = new ArrayList<>();
  private final FormField split;
  private final FormField ratios;
  private final FormField by;
  private final FormField splitSeed;
  private final FormField valid;
  private final FormField test;
  private final FormField kinds;
  private final FormField minValue;
  private final FormField core;
  private final FormField policy;
  private final FormField repeats;
  private final FormField history;
  private final FormField candidates;
  private final FormField depths;

  /** Ways to divide that need no files. */
  public enum Split {
    LEAVE_LAST_OUT,
    RANDOM,
    TEMPORAL_SHARES,
    TEMPORAL_DATES
  }

  /** Whether lists may hold what the customer has. */
  public enum Policy {
    HIDE,
    ALLOW
  }

  /** Whose interactions a random split shuffles together. */
  public enum By {
    USER,
    EVERYTHING
  }

  ProtocolForm(Texts texts) {
    this.texts = texts;
    this.reading = new Reading(texts);
    this.split = choice("split", Split.values(), false);
    this.ratios = add("ratios", TEXT, SHARES, false, reading.list(0, 1_000_000, 3));
    this.by = choice("by", By.values(), false);
    this.splitSeed = add("splitSeed", NUMBER, "1", true, reading.whole(0, Integer.MAX_VALUE));
    this.valid = add("validFrom", TEXT, "", false, reading.date());
    this.test = add("testFrom", TEXT, "", false, reading.date());
    this.kinds = set("kinds");
    this.minValue = add("minValue", NUMBER, "", false, reading.maybe(-Double.MAX_VALUE));
    this.core =
        add(
            "core",
            NUMBER,
            Integer.toString(PrepareSpec.DEFAULTS.core()),
            false,
            reading.whole(0, 1000));
    this.policy = choice("policy", Policy.values(), false);
    this.repeats = choice("repeats", PrepareSpec.Repeats.values(), true);
    this.history = choice("history", ProtocolSpec.History.values(), true);
    this.candidates = add("candidates", NUMBER, "", true, reading.maybe(1));
    this.depths = add("k", TEXT, "5, 10, 20", true, reading.list(1, 1000, 0));
    split.textProperty().subscribe(this::need);
    need();
    policy.textProperty().subscribe((before, now) -> followPolicy());
  }

  private void need() {
    Split chosen = Split.valueOf(split.textProperty().get());
    boolean random = chosen == Split.RANDOM;
    ratios.neededProperty().set(random || chosen == Split.TEMPORAL_SHARES);
    by.neededProperty().set(random);
    splitSeed.neededProperty().set(random);
    valid.neededProperty().set(chosen == Split.TEMPORAL_DATES);
    test.neededProperty().set(chosen == Split.TEMPORAL_DATES);
  }

  /** Where repeats are allowed they must be in the data, or no test item would ever be one. */
  private void followPolicy() {
    boolean hide = policy.textProperty().get().equals(Policy.HIDE.name());
    String fitting = (hide ? PrepareSpec.Repeats.FIRST : PrepareSpec.Repeats.ALL).name();
    repeats.startProperty().set(fitting);
    repeats.reset();
  }

  private FormField add(
      String name, FormField.Kind kind, String start, boolean advanced, FormField.Reader reader) {
    return add(new FormField.Spec(name, kind, List.of(), "", start, advanced, reader));
  }

  private FormField choice(String name, Enum<?>[] constants, boolean advanced) {
    return add(
        new FormField.Spec(
            name,
            CHOICE,
            Arrays.stream(constants).map(Enum::name).toList(),
            "",
            constants[0].name(),
            advanced,
            Reading::text));
  }

  private FormField set(String name) {
    List<String> all = Arrays.stream(EventKind.values()).map(EventKind::id).toList();
    return add(new FormField.Spec(name, SET, all, "", "", false, Reading::text));
  }

  private FormField add(FormField.Spec spec) {
    FormField field = new FormField(spec, texts);
    fields.add(field);
    return field;
  }

  /** What the form says. */
  record Filled(PrepareSpec prepare, SplitSpec split, ProtocolSpec protocol) {}

  /** What was filled in, or nothing when a field is wrong. */
  Optional<Filled> value() {
    Optional<PrepareSpec> prepare = prepare();
    Optional<SplitSpec> divided = divided();
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

  private Optional<SplitSpec> divided() {
    return switch (Split.valueOf(split.textProperty().get())) {
      case LEAVE_LAST_OUT -> Optional.of(new SplitSpec.LeaveLastOut());
      case RANDOM -> {
        Optional<List<Integer>> shares = shares();
        Optional<Long> seed = splitSeed.read(Long.class);
        boolean user = by.textProperty().get().equals(By.USER.name());
        yield shares.flatMap(each -> seed.map(number -> new SplitSpec.Random(each, number, user)));
      }
      case TEMPORAL_SHARES -> shares().map(SplitSpec.TemporalRatios::new);
      case TEMPORAL_DATES -> dates();
    };
  }

  @SuppressWarnings("unchecked") // the reader gives a list of integers
  private Optional<List<Integer>> shares() {
    Optional<List<Integer>> shares = ratios.read().map(each -> (List<Integer>) each);
    if (shares.isPresent() && (shares.get().getFirst() == 0 || shares.get().getLast() == 0)) {
      ratios.complain(texts.of("form.error.shares"));
      return Optional.empty();
    }
    return shares;
  }

  private Optional<SplitSpec> dates() {
    Optional<Instant> from = valid.read(Instant.class);
    Optional<Instant> then = test.read(Instant.class);
    if (from.isEmpty() || then.isEmpty()) {
      return Optional.empty();
    }
    if (!from.get().isBefore(then.get())) {
      test.complain(texts.of("form.error.order"));
      return Optional.empty();
    }
    return Optional.of(new SplitSpec.TemporalAt(from.get(), then.get()));
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
    write(policy, judged.excludeSeen() ? Policy.HIDE : Policy.ALLOW);
    write(repeats, prepare.repeats());
    kinds
        .textProperty()
        .set(prepare.kinds().stream().sorted().map(EventKind::id).collect(Collectors.joining(",")));
    minValue
        .textProperty()
        .set(prepare.minValue().isPresent() ? Reading.write(prepare.minValue().getAsDouble()) : "");
    write(core, prepare.core());
    write(history, judged.history());
    candidates
        .textProperty()
        .set(judged.candidates().isPresent() ? "" + judged.candidates().getAsInt() : "");
    depths.textProperty().set(joined(judged.k(), ", "));
    show(divided);
  }

  private void show(SplitSpec divided) {
    switch (divided) {
      case SplitSpec.LeaveLastOut _ -> write(split, Split.LEAVE_LAST_OUT);
      case SplitSpec.Random random -> {
        write(split, Split.RANDOM);
        ratios.textProperty().set(joined(random.ratios(), " : "));
        write(splitSeed, random.seed());
        write(by, random.byUser() ? By.USER : By.EVERYTHING);
      }
      case SplitSpec.TemporalRatios shares -> {
        write(split, Split.TEMPORAL_SHARES);
        ratios.textProperty().set(joined(shares.ratios(), " : "));
      }
      case SplitSpec.TemporalAt at -> {
        write(split, Split.TEMPORAL_DATES);
        write(valid, at.valid());
        write(test, at.test());
      }
      // neither is made in this form, which then keeps what it says
      case SplitSpec.Everything _, SplitSpec.Given _ -> {}
    }
  }

  private static void write(FormField field, Object value) {
    field.textProperty().set(Reading.write(value));
  }

  private static String joined(List<Integer> numbers, String between) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(between));
  }

  /** Sets the defaults that come from the data; what was changed by hand stays. */
  void know(DataWords data) {
    begin(policy, (data.hidesSeen() ? Policy.HIDE : Policy.ALLOW).name());
    begin(valid, data.validFrom());
    begin(test, data.testFrom());
    minValue.neededProperty().set(data.valued());
    kinds.offer(data.kinds().stream().map(EventKind::id).toList());
    kinds.neededProperty().set(data.kinds().size() > 1);
  }

  private static void begin(FormField field, String start) {
    boolean untouched = !field.changedProperty().get();
    field.startProperty().set(start);
    if (untouched) {
      field.reset();
    }
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
    return fields.stream().filter(field -> field != policy).toList();
  }

  List<FormField> all() {
    return fields;
  }
}
