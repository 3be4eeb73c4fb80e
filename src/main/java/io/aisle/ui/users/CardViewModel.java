package io.aisle.ui.users;

import io.aisle.core.training.RunFolder;
import io.aisle.core.users.ItemCard;
import io.aisle.core.users.ItemFacts;
import io.aisle.core.users.UsersService;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Everything that is known of an item, and what the open user has to do with it. FX thread only.
 */
public final class CardViewModel {
  private final UsersService service;
  private final UsersViewModel users;
  private final ProfileViewModel profile;
  private final ListsViewModel lists;
  private final Texts texts;
  private final Numbers numbers;
  private final Slot<Optional<ItemCard>> slot;

  /** A named value. */
  record Field(String name, String value) {}

  /**
   * @param title the item's, or its id
   */
  record Card(String title, List<Field> fields) {}

  public CardViewModel(
      UsersService service,
      UsersViewModel users,
      ProfileViewModel profile,
      ListsViewModel lists,
      Background background,
      Texts texts,
      Numbers numbers) {
    this.service = service;
    this.users = users;
    this.profile = profile;
    this.lists = lists;
    this.texts = texts;
    this.numbers = numbers;
    this.slot = background.slot(texts.of("users.job.card"));
  }

  /** Puts a card together; nothing comes for an item that the run does not have. */
  void read(String item, Consumer<Card> then) {
    RunItem run = users.runProperty().get();
    UserRow user = users.userProperty().get();
    if (run == null || user == null) {
      return;
    }
    slot.read(
        control -> service.card(new RunFolder(run.path()), user.user(), item),
        found -> found.ifPresent(card -> then.accept(of(card))));
  }

  private Card of(ItemCard card) {
    ItemFacts facts = card.facts();
    List<Field> fields = new ArrayList<>();
    add(fields, "id", facts.item());
    add(fields, "category", facts.category());
    card.attributes().forEach((name, value) -> fields.add(new Field(name, value)));
    add(fields, "users", numbers.count(facts.users()));
    add(fields, "had", had(facts));
    add(fields, "ranks", ranks(facts.item()));
    return new Card(ListsViewModel.name(facts.title(), facts.item()), fields);
  }

  private void add(List<Field> fields, String name, String value) {
    if (!value.isEmpty()) {
      fields.add(new Field(texts.of("card." + name), value));
    }
  }

  /** How often the user had it, when last, and at which prices. */
  private String had(ItemFacts facts) {
    List<HistoryRow> rows =
        profile.rows().stream().filter(row -> row.item().equals(facts.item())).toList();
    if (rows.isEmpty()) {
      return texts.of(facts.known() ? "card.had.before" : "card.had.never");
    }
    List<String> parts = new ArrayList<>(List.of(texts.of("card.had.times", rows.size())));
    if (rows.getFirst().time() != null) {
      parts.add(texts.of("card.had.last", numbers.time(rows.getFirst().time())));
    }
    DoubleSummaryStatistics prices =
        rows.stream().mapToDouble(HistoryRow::price).filter(Double::isFinite).summaryStatistics();
    if (prices.getCount() > 0) {
      parts.add(
          prices.getMin() == prices.getMax()
              ? texts.of("card.price", numbers.money(prices.getMin()))
              : texts.of(
                  "card.prices", numbers.money(prices.getMin()), numbers.money(prices.getMax())));
    }
    if (rows.stream().anyMatch(HistoryRow::heldOut)) {
      parts.add(texts.of("history.held.out"));
    }
    return String.join(" · ", parts);
  }

  private String ranks(String item) {
    List<String> parts = new ArrayList<>();
    for (ModelColumn column : lists.columnsProperty().get()) {
      column.items().stream()
          .filter(place -> place.item().equals(item))
          .findFirst()
          .ifPresent(
              place ->
                  parts.add(
                      texts.of(
                          "card.rank",
                          column.run().name(),
                          place.rank(),
                          numbers.metric(place.score()))));
    }
    return String.join("\n", parts);
  }
}
