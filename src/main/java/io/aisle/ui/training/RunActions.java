package io.aisle.ui.training;

import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/** What can be done with chosen runs, as a menu; what does not fit the choice is greyed. */
public final class RunActions {
  private final RunsViewModel model;
  private final RunPlaces places;
  private final Dialogs dialogs;
  private final Texts texts;

  /** Where a run leads to outside the screen. */
  public interface RunPlaces {
    /** Its users. */
    void users(RunRow run);

    /** Where its lists are changed by rules. */
    void rerank(RunRow run);

    /** Where runs are made into one. */
    void combine(List<RunRow> runs);

    /** Its folder on disk. */
    void folder(RunRow run);
  }

  public RunActions(RunsViewModel model, RunPlaces places, Dialogs dialogs, Texts texts) {
    this.model = model;
    this.places = places;
    this.dialogs = dialogs;
    this.texts = texts;
  }

  /**
   * @param chosen asked when the menu opens and when an entry is pressed
   */
  MenuItem[] items(Supplier<List<RunRow>> chosen) {
    Menu menu = new Menu(chosen);
    menu.many(
        "runlist.compare", rows -> rows.size() > 1 && all(rows, RunRow::judged), model::compare);
    menu.one("runlist.users", RunRow::answers, places::users);
    menu.gap();
    menu.many("runlist.again", rows -> all(rows, RunRow::trainable), model::again);
    menu.one("runlist.use", row -> row.trainable() || row.asked() != null, model::use);
    menu.one("runlist.deliver", row -> row.changeable() && row.trainable(), model::deliver);
    menu.gap();
    menu.one("runlist.rerank", RunRow::changeable, places::rerank);
    menu.many("runlist.combine", RunActions::together, places::combine);
    menu.gap();
    menu.many(
        "runlist.resume",
        rows -> all(rows, row -> row.state() == RunRow.State.INTERRUPTED),
        model::resume);
    menu.gap();
    menu.one("runlist.folder", row -> true, places::folder);
    menu.many("runlist.remove", rows -> true, this::remove);
    return menu.items.toArray(MenuItem[]::new);
  }

  /** Runs of one protocol whose lists are their own. */
  private static boolean together(List<RunRow> rows) {
    return rows.size() > 1
        && all(rows, row -> row.changeable() && row.trainable() && !row.record().reranked())
        && rows.stream().map(row -> row.record().protocolHash()).distinct().count() == 1;
  }

  private static boolean all(List<RunRow> rows, Predicate<RunRow> held) {
    return rows.stream().allMatch(held);
  }

  /** Asks, then removes. */
  void remove(List<RunRow> rows) {
    String question =
        rows.size() == 1
            ? texts.of("train.remove.question", rows.getFirst().name(), rows.getFirst().folder())
            : texts.of("train.remove.many", rows.size());
    if (dialogs.confirmLoss(texts.of("train.remove.title"), question, texts.of("action.remove"))) {
      model.remove(rows);
    }
  }

  private final class Menu {
    private final Supplier<List<RunRow>> chosen;
    private final List<MenuItem> items = new ArrayList<>();

    Menu(Supplier<List<RunRow>> chosen) {
      this.chosen = chosen;
    }

    void one(String key, Predicate<RunRow> fits, Consumer<RunRow> work) {
      many(
          key,
          rows -> rows.size() == 1 && fits.test(rows.getFirst()),
          rows -> work.accept(rows.getFirst()));
    }

    void many(String key, Predicate<List<RunRow>> fits, Consumer<List<RunRow>> work) {
      MenuItem item = new MenuItem(texts.of(key));
      item.setId(key.replace('.', '-'));
      item.setOnAction(event -> work.accept(chosen.get()));
      // looked at when the menu opens: the validation event comes just before it is shown
      item.parentPopupProperty()
          .subscribe(
              popup -> {
                if (popup != null) {
                  popup.setOnShowing(event -> enable());
                }
              });
      item.getProperties().put(Menu.class, fits);
      items.add(item);
    }

    @SuppressWarnings("unchecked") // put there above
    private void enable() {
      List<RunRow> rows = chosen.get();
      for (MenuItem item : items) {
        if (item.getProperties().get(Menu.class) instanceof Predicate<?> fits) {
          item.setDisable(rows.isEmpty() || !((Predicate<List<RunRow>>) fits).test(rows));
        }
      }
    }

    void gap() {
      items.add(new SeparatorMenuItem());
    }
  }
}
