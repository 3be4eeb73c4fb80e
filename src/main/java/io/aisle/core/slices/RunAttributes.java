package io.aisle.core.slices;

import io.aisle.core.training.KnownFeatures;
import io.aisle.core.users.RunFacts;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.experiment.ContextFeature;
import io.aisle.ml.data.Interactions;
import java.time.DayOfWeek;
import java.time.Month;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the data of a run say of the users that it was evaluated on. Of several held-out items the
 * first in time stands for what is named of an item; how well known they are is their mean.
 */
final class RunAttributes {
  private final RunFacts facts;
  private final Interactions history;
  private final Interactions test;
  private final int[] users;
  private final AttributeMaker maker;
  private final Visits visits;

  private RunAttributes(RunFacts facts, int[] users) {
    this.facts = facts;
    this.history = facts.history();
    this.test = facts.data().split().test();
    this.users = users;
    this.maker = new AttributeMaker(users.length);
    this.visits = new Visits(history);
  }

  /**
   * @param features attributes that the data have beside what a run keeps
   * @param users index of each user
   */
  static List<Attribute> of(RunFacts facts, KnownFeatures features, int[] users) {
    RunAttributes attributes = new RunAttributes(facts, users);
    attributes.activity();
    attributes.heldOut();
    if (facts.history().hasTimes() && facts.data().split().test().hasTimes()) {
      attributes.times();
    }
    attributes.features(features);
    return attributes.maker.made();
  }

  private void number(String id, IntToDoubleFunction value) {
    maker.number(id, Arrays.stream(users).mapToDouble(value::applyAsDouble).toArray());
  }

  private void activity() {
    number("history", history::length);
    maker.flag("coldUser", at -> history.length(users[at]) == 0);
    number("historyPopularity", user -> popularity(history, user));
  }

  /** The mean number of users of the training part who had the items of a user's row. */
  private double popularity(Interactions part, int user) {
    return IntStream.range(part.offsets()[user], part.offsets()[user + 1])
        .mapToDouble(at -> facts.itemUsers()[part.item()[at]])
        .average()
        .orElse(Double.NaN);
  }

  private void heldOut() {
    number("popularity", user -> popularity(test, user));
    maker.flag("coldItem", at -> anyHeldOut(users[at], item -> facts.itemUsers()[item] == 0));
    maker.flag("knownItem", at -> anyHeldOut(users[at], item -> had(users[at], item)));
    number("testItems", test::length);
    Catalogue catalogue = facts.data().catalogue();
    maker.flag("newCategory", at -> newCategory(catalogue.categories(), users[at]));
  }

  private boolean anyHeldOut(int user, IntPredicate holds) {
    return Arrays.stream(test.row(user)).anyMatch(holds);
  }

  private boolean had(int user, int item) {
    return Arrays.stream(history.row(user)).anyMatch(each -> each == item);
  }

  /** Whether the category of the item is known and none of those in the history. */
  private boolean newCategory(List<String> categories, int user) {
    int item = first(user);
    String category = item < 0 ? "" : categories.get(item);
    return !category.isEmpty()
        && Arrays.stream(history.row(user))
            .noneMatch(each -> categories.get(each).equals(category));
  }

  /** The first held-out item; -1 when there is none. */
  private int first(int user) {
    return test.length(user) == 0 ? -1 : test.item()[test.offsets()[user]];
  }

  private void times() {
    number("recency", user -> visits.daysBetween(last(user), tested(user)));
    number("tenure", user -> visits.daysBetween(begun(user), tested(user)));
    number("visits", visits::count);
    number("basket", visits::size);
    moment("weekday", ContextFeature.WEEKDAY, Stream.of(DayOfWeek.values()));
    moment("month", ContextFeature.MONTH, Stream.of(Month.values()));
    number(
        "hour",
        user -> test.length(user) == 0 ? Double.NaN : ContextFeature.HOUR.of(tested(user)) - 1.0);
  }

  private void moment(String id, ContextFeature feature, Stream<? extends Enum<?>> names) {
    maker.value(
        id,
        names.map(each -> each.name().toLowerCase(Locale.ROOT)).toList(),
        Arrays.stream(users)
            .map(user -> test.length(user) == 0 ? -1 : feature.of(tested(user)) - 1)
            .toArray());
  }

  private long last(int user) {
    return history.length(user) == 0
        ? Visits.NEVER
        : history.time()[history.offsets()[user + 1] - 1];
  }

  private long begun(int user) {
    return history.length(user) == 0 ? Visits.NEVER : history.time()[history.offsets()[user]];
  }

  private long tested(int user) {
    return test.length(user) == 0 ? Visits.NEVER : test.time()[test.offsets()[user]];
  }

  private void features(KnownFeatures features) {
    int[] items = Arrays.stream(users).map(this::first).toArray();
    features.user().forEach(each -> maker.feature("user." + each.name(), each, users));
    features.item().forEach(each -> maker.feature("item." + each.name(), each, items));
  }
}
