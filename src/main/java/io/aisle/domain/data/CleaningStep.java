package io.aisle.domain.data;

import static io.aisle.domain.data.StepCheck.require;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One step of cleaning a version of a data set. Steps are carried out in their order, each on what
 * the one before has left. A record that exists is valid: its constructor throws an {@link
 * io.aisle.domain.InputException} with one sentence otherwise.
 */
public sealed interface CleaningStep {
  /** Columns of events that hold numbers. */
  Set<ColumnRole> NUMBERS =
      EnumSet.of(ColumnRole.VALUE, ColumnRole.PRICE, ColumnRole.QUANTITY, ColumnRole.POSITION);

  /** Numbers that may become fractions. */
  Set<ColumnRole> MEASURES = EnumSet.of(ColumnRole.VALUE, ColumnRole.PRICE, ColumnRole.QUANTITY);

  /** Columns that may be empty; titles and categories are those of the items. */
  Set<ColumnRole> OPTIONAL =
      EnumSet.of(
          ColumnRole.TIME,
          ColumnRole.SESSION,
          ColumnRole.VALUE,
          ColumnRole.PRICE,
          ColumnRole.QUANTITY,
          ColumnRole.QUERY,
          ColumnRole.POSITION,
          ColumnRole.TITLE,
          ColumnRole.CATEGORY);

  /** The name in files of steps, such as {@code time-window}. */
  default String id() {
    return switch (this) {
      case Duplicates _ -> "duplicates";
      case Missing _ -> "missing";
      case Range _ -> "range";
      case Cancellations _ -> "cancellations";
      case Core _ -> "core";
      case Sessions _ -> "sessions";
      case Robots _ -> "robots";
      case RareKinds _ -> "rare-kinds";
      case TimeWindow _ -> "time-window";
      case Normalise _ -> "normalise";
      case Binning _ -> "binning";
      case Categories _ -> "categories";
      case Sampling _ -> "sampling";
    };
  }

  /** Drops events that equal an earlier one; the earliest stays. */
  record Duplicates(Same same) implements CleaningStep {
    public static final Duplicates DEFAULT = new Duplicates(Same.ROW);

    /** What must be the same. */
    public enum Same {
      /** Every column of the event. */
      ROW,
      /** User, item, kind and time; events without a time are left alone. */
      MOMENT,
      /** User and item. */
      PAIR
    }
  }

  /**
   * Drops events without a value in a column, or fills it in.
   *
   * @param column one of {@link #OPTIONAL}
   * @param value what is filled in, for {@link Treatment#VALUE}; "" otherwise. A time is an instant
   *     such as 2011-12-09T12:50:00Z
   */
  record Missing(ColumnRole column, Treatment treatment, String value) implements CleaningStep {
    public static final Missing DEFAULT = new Missing(ColumnRole.PRICE, Treatment.DROP, "");

    public Missing {
      StepCheck.column("missing", column, OPTIONAL);
      if (treatment == Treatment.MEDIAN) {
        StepCheck.column("missing with the median", column, NUMBERS);
      }
      StepCheck.filling(column, treatment == Treatment.VALUE, value);
    }

    /** What becomes of an event without the value. */
    public enum Treatment {
      DROP,
      VALUE,
      /** The median of the values that are there; the lower one of two. */
      MEDIAN
    }
  }

  /**
   * Drops events whose number lies outside of a range; both bounds belong to it. Events without the
   * number stay.
   *
   * @param column one of {@link #NUMBERS}
   */
  record Range(ColumnRole column, OptionalDouble min, OptionalDouble max) implements CleaningStep {
    public static final Range DEFAULT =
        new Range(ColumnRole.PRICE, OptionalDouble.of(0.01), OptionalDouble.empty());

    public Range {
      StepCheck.column("range", column, NUMBERS);
      StepCheck.bounds(min, max);
    }
  }

  /**
   * Drops cancellations: events with a quantity below 0, and those of cancelled invoices.
   *
   * @param withPurchases whether the purchase that each cancels is dropped too: the latest event
   *     before it of the same user and item with the same number of pieces, each once
   * @param invoicePrefix sessions that begin with it and go on with a digit are cancellations too;
   *     "": only the quantity counts
   */
  record Cancellations(boolean withPurchases, String invoicePrefix) implements CleaningStep {
    public static final Cancellations DEFAULT = new Cancellations(false, "");
  }

  /**
   * Drops users and items with too few events until all that are left have enough.
   *
   * @param users least events of a user; 0 or 1 keeps all
   * @param items least events of an item; 0 or 1 keeps all
   */
  record Core(int users, int items) implements CleaningStep {
    public static final Core DEFAULT = new Core(5, 5);

    public Core {
      require(
          users >= 0 && items >= 0 && users <= 1_000_000 && items <= 1_000_000,
          "The step core has users %d and items %d: give counts from 0 to 1,000,000.",
          users,
          items);
      require(
          users > 1 || items > 1,
          "The step core has users %d and items %d, which keeps everything: give one of them at"
              + " least 2.",
          users,
          items);
    }
  }

  /**
   * Cuts each user's events into sessions at long pauses and writes their numbers into the session
   * column, in place of what stood there. Events without a time get none.
   *
   * @param gapMinutes a longer pause than this begins a new session
   */
  record Sessions(int gapMinutes) implements CleaningStep {
    public static final Sessions DEFAULT = new Sessions(30);

    public Sessions {
      require(
          gapMinutes >= 1 && gapMinutes <= 527_040,
          "The step sessions has gapMinutes %d: give 1 to 527,040 (a year).",
          gapMinutes);
    }
  }

  /**
   * Drops users who act like programs, by any of the given signs. Moments are different times of
   * events.
   *
   * @param perHour moments in one hour from this many on
   * @param perDay moments in one day (UTC) from this many on
   * @param variation at least 50 moments whose gaps vary less than this: standard deviation by mean
   * @param catalogueShare different items from this share of all items on, above 0 and at most 1
   */
  record Robots(
      OptionalInt perHour,
      OptionalInt perDay,
      OptionalDouble variation,
      OptionalDouble catalogueShare)
      implements CleaningStep {
    /** The signs of the quality list. */
    public static final Robots DEFAULT =
        new Robots(
            OptionalInt.empty(),
            OptionalInt.of(200),
            OptionalDouble.of(0.1),
            OptionalDouble.empty());

    public Robots {
      StepCheck.atLeastOne(perHour, perDay, variation, catalogueShare);
      StepCheck.moments("perHour", perHour);
      StepCheck.moments("perDay", perDay);
      StepCheck.share("robots", "variation", variation);
      StepCheck.share("robots", "catalogueShare", catalogueShare);
    }
  }

  /**
   * Drops events of kinds that hardly occur.
   *
   * @param minShare least share of all events that a kind must have, above 0 and at most 1
   */
  record RareKinds(double minShare) implements CleaningStep {
    public static final RareKinds DEFAULT = new RareKinds(0.001);

    public RareKinds {
      StepCheck.share("rare-kinds", "minShare", OptionalDouble.of(minShare));
    }
  }

  /**
   * Keeps the events of a stretch of time. Events without a time lie in none.
   *
   * @param from belongs to it
   * @param to does not
   */
  record TimeWindow(Optional<Instant> from, Optional<Instant> to) implements CleaningStep {
    public TimeWindow {
      StepCheck.window(from, to);
    }
  }

  /**
   * Replaces the numbers of a column.
   *
   * @param column one of {@link #MEASURES}
   */
  record Normalise(ColumnRole column, Method method) implements CleaningStep {
    public static final Normalise DEFAULT = new Normalise(ColumnRole.VALUE, Method.MIN_MAX);

    public Normalise {
      StepCheck.column("normalise", column, MEASURES);
    }

    /** How. A column with a single value becomes 0 by the first two. */
    public enum Method {
      /** (x - min) / (max - min). */
      MIN_MAX,
      /** (x - mean) / standard deviation, that of the whole population. */
      Z_SCORE,
      /** ln(1 + x), for numbers above -1. */
      LOG1P
    }
  }

  /**
   * Replaces the numbers of a column by the numbers of their bins, from 0.
   *
   * @param column one of {@link #MEASURES}
   * @param bins 2 to 1,000; equal edges are merged, so that there may be fewer
   */
  record Binning(ColumnRole column, int bins, Method method) implements CleaningStep {
    public static final Binning DEFAULT = new Binning(ColumnRole.PRICE, 10, Method.QUANTILES);

    public Binning {
      StepCheck.column("binning", column, MEASURES);
      require(bins >= 2 && bins <= 1_000, "The step binning has bins %d: give 2 to 1,000.", bins);
    }

    /** Where the edges lie. A bin holds its lower edge; the last one holds both. */
    public enum Method {
      EQUAL_WIDTH,
      /** At quantiles, between two values by linear interpolation. */
      QUANTILES
    }
  }

  /**
   * Makes the categories of items coarser.
   *
   * @param level parts of the path that are kept, from its beginning; 0 keeps all
   * @param separator what stands between the parts
   * @param keep categories with the most events that are kept, then; 0 keeps all
   * @param other the category of the rest; items without a category stay without
   */
  record Categories(int level, String separator, int keep, String other) implements CleaningStep {
    public static final Categories DEFAULT = new Categories(1, "/", 0, "other");

    public Categories {
      require(
          level >= 0 && level <= 100 && keep >= 0 && keep <= 1_000_000,
          "The step categories has level %d and keep %d: give a level up to 100 and at most"
              + " 1,000,000 categories.",
          level,
          keep);
      require(
          level > 0 || keep > 0,
          "The step categories keeps everything: give a level or a number of categories to keep.");
      require(
          level == 0 || !separator.isEmpty(),
          "The step categories has no separator: give what stands between the parts of a path, such"
              + " as /.");
      require(
          keep == 0 || !other.isBlank(),
          "The step categories has no name for the rest: give other, such as \"other\".");
    }
  }

  /**
   * Keeps a share of the users with all their events, or of the events. Who stays follows from the
   * seed and the user's id alone, so that a version with more events keeps the same users.
   *
   * @param share above 0 and at most 1
   */
  record Sampling(Of of, double share, long seed) implements CleaningStep {
    public static final Sampling DEFAULT = new Sampling(Of.USERS, 0.1, 1);

    public Sampling {
      StepCheck.share("sampling", "share", OptionalDouble.of(share));
    }

    /** What is drawn. */
    public enum Of {
      USERS,
      EVENTS
    }
  }
}
