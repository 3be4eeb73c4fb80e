package io.aisle.ui.training;

import static io.aisle.ui.form.FormField.Kind.NUMBER;
import static io.aisle.ui.form.FormField.Kind.TEXT;

import io.aisle.domain.experiment.SplitSpec;
import io.aisle.ui.common.Texts;
import io.aisle.ui.form.FormField;
import io.aisle.ui.form.Reading;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How the data are divided. FX thread only. */
final class SplitForm {
  private static final String SHARES = "8 : 1 : 1";

  private final Texts texts;
  private final FormField split;
  private final FormField ratios;
  private final FormField by;
  private final FormField seed;
  private final FormField valid;
  private final FormField test;

  /** Ways to divide that need no files. */
  public enum Split {
    LEAVE_LAST_OUT,
    RANDOM,
    TEMPORAL_SHARES,
    TEMPORAL_DATES
  }

  /** Whose interactions a random split shuffles together. */
  public enum By {
    USER,
    EVERYTHING
  }

  /**
   * @param fields takes those of this form
   */
  SplitForm(FormFields fields, Reading reading, Texts texts) {
    this.texts = texts;
    this.split = fields.choice("split", Split.values(), false);
    this.ratios = fields.add("ratios", TEXT, SHARES, false, reading.list(0, 1_000_000, 3));
    this.by = fields.choice("by", By.values(), false);
    this.seed = fields.add("splitSeed", NUMBER, "1", true, reading.whole(0, Integer.MAX_VALUE));
    this.valid = fields.add("validFrom", TEXT, "", false, reading.date());
    this.test = fields.add("testFrom", TEXT, "", false, reading.date());
    split.textProperty().subscribe(this::need);
    need();
  }

  private void need() {
    Split chosen = Split.valueOf(split.textProperty().get());
    boolean random = chosen == Split.RANDOM;
    ratios.neededProperty().set(random || chosen == Split.TEMPORAL_SHARES);
    by.neededProperty().set(random);
    seed.neededProperty().set(random);
    valid.neededProperty().set(chosen == Split.TEMPORAL_DATES);
    test.neededProperty().set(chosen == Split.TEMPORAL_DATES);
  }

  /** What was filled in, or nothing when a field is wrong. */
  Optional<SplitSpec> value() {
    return switch (Split.valueOf(split.textProperty().get())) {
      case LEAVE_LAST_OUT -> Optional.of(new SplitSpec.LeaveLastOut());
      case RANDOM -> {
        Optional<List<Integer>> shares = shares();
        Optional<Long> given = seed.read(Long.class);
        boolean user = by.textProperty().get().equals(By.USER.name());
        yield shares.flatMap(each -> given.map(number -> new SplitSpec.Random(each, number, user)));
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

  /** Fills the fields in, as far as the form can say it. */
  void show(SplitSpec divided) {
    switch (divided) {
      case SplitSpec.LeaveLastOut _ -> FormFields.write(split, Split.LEAVE_LAST_OUT);
      case SplitSpec.Random random -> {
        FormFields.write(split, Split.RANDOM);
        ratios.textProperty().set(FormFields.joined(random.ratios(), " : "));
        FormFields.write(seed, random.seed());
        FormFields.write(by, random.byUser() ? By.USER : By.EVERYTHING);
      }
      case SplitSpec.TemporalRatios shares -> {
        FormFields.write(split, Split.TEMPORAL_SHARES);
        ratios.textProperty().set(FormFields.joined(shares.ratios(), " : "));
      }
      case SplitSpec.TemporalAt at -> {
        FormFields.write(split, Split.TEMPORAL_DATES);
        FormFields.write(valid, at.valid());
        FormFields.write(test, at.test());
      }
      // neither is made in this form, which then keeps what it says
      case SplitSpec.Everything _, SplitSpec.Given _ -> {}
    }
  }

  /** Sets the defaults that come from the data. */
  void know(DataWords data) {
    FormFields.begin(valid, data.validFrom());
    FormFields.begin(test, data.testFrom());
  }
}
