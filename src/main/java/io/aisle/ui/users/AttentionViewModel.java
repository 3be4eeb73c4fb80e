package io.aisle.ui.users;

import io.aisle.core.explanation.AttentionViews;
import io.aisle.core.explanation.Explanation;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.UsersService;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Asks why a run shows an item, and holds the answer. FX thread only. */
public final class AttentionViewModel {
  private final UsersService service;
  private final ItemFocus focus;
  private final Texts texts;
  private final AttentionChoice choice;
  private final AttentionDrawing drawing;
  private final Slot<Answer> slot;
  private final ReadOnlyObjectWrapper<Explanation> explained = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<Asked> askedOf =
      new ReadOnlyObjectWrapper<>(new Asked(null, null));
  private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper item = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper itemName = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper empty = new ReadOnlyStringWrapper("");
  private Shown shown = new Shown(null, null, null);
  private AttentionViews views;
  private boolean updating;

  private record Shown(String user, RunItem run, String item) {}

  private record Answer(Explanation explanation, AttentionViews views) {}

  /** Whom it is about, and which run; null when none. */
  record Asked(String user, RunItem run) {}

  public AttentionViewModel(
      UsersService service, Background background, ItemFocus focus, Texts texts, Numbers numbers) {
    this.service = service;
    this.focus = focus;
    this.texts = texts;
    this.choice = new AttentionChoice(texts);
    this.drawing = new AttentionDrawing(choice, texts, numbers);
    this.slot = background.slot(texts.of("users.job.explain"));
    choice.layerProperty().subscribe((before, now) -> draw());
    choice.headProperty().subscribe((before, now) -> draw());
    choice.spanProperty().subscribe((before, now) -> draw());
    focus.itemProperty().subscribe((before, now) -> draw());
    clear();
  }

  /**
   * Explains why a run shows an item; does nothing when everything is as it was.
   *
   * @param user null shows none
   * @param by whose list has the item
   * @param wanted null takes the first of the run's list
   */
  void show(String user, RunItem by, String wanted) {
    Shown asked = new Shown(user, by, wanted);
    if (!Objects.equals(asked, shown)) {
      shown = asked;
      askedOf.set(new Asked(user, by));
      again();
    }
  }

  /** Asks once more, such as after the worker died: the next question starts another. */
  public void again() {
    slot.clear();
    Shown asked = shown;
    if (asked.user() == null || asked.run() == null) {
      clear();
      return;
    }
    title.set(texts.of("attention.title", asked.run().name()));
    if (explained.get() == null) {
      empty.set(texts.of("attention.wait"));
    }
    slot.read(
        control -> {
          Explanation found =
              service.explain(
                  new RunFolder(asked.run().path()),
                  asked.user(),
                  Optional.ofNullable(asked.item()));
          return new Answer(found, new AttentionViews(found));
        },
        this::explained,
        () -> {
          clear();
          empty.set(texts.of("attention.failed"));
        });
  }

  private void clear() {
    views = null;
    explained.set(null);
    title.set(texts.of("attention.head.title"));
    item.set("");
    itemName.set("");
    draw();
  }

  private void explained(Answer answer) {
    Explanation found = answer.explanation();
    views = answer.views();
    explained.set(found);
    itemName.set(ListsViewModel.name(found.title(), found.item()));
    item.set(texts.of("attention.item", itemName.get()));
    updating = true;
    choice.offer(views);
    updating = false;
    draw();
  }

  private void draw() {
    if (updating) {
      return;
    }
    if (views == null) {
      drawing.clear();
      empty.set(texts.of("attention.none"));
    } else if (explained.get().attentionMean().length == 0) {
      drawing.clear();
      empty.set(texts.of("attention.without", shown.run().name()));
    } else {
      drawing.draw(explained.get(), views, names());
      empty.set("");
    }
  }

  /** Titles of the history that is explained, oldest first, the one that is pointed at marked. */
  List<String> names() {
    return explained.get().history().stream()
        .map(
            each -> {
              String name = ListsViewModel.name(each.title(), each.item());
              return focus.is(each.item()) ? texts.of("attention.pointed", name) : name;
            })
        .toList();
  }

  /** Which attention is drawn. */
  public AttentionChoice choice() {
    return choice;
  }

  /** What is drawn of it. */
  public AttentionDrawing drawing() {
    return drawing;
  }

  /** What is explained; null when nothing is. */
  ReadOnlyObjectProperty<Explanation> explanationProperty() {
    return explained.getReadOnlyProperty();
  }

  /** Who and which run is asked about. */
  ReadOnlyObjectProperty<Asked> askedProperty() {
    return askedOf.getReadOnlyProperty();
  }

  /** Where it all comes from, for a report. */
  Optional<ViewOrigin> origin() {
    return ExplanationOrigin.of(askedOf.get(), explained.get(), texts);
  }

  /** Whose attention it is. */
  public ReadOnlyStringProperty titleProperty() {
    return title.getReadOnlyProperty();
  }

  /** For which item, in words. */
  public ReadOnlyStringProperty itemProperty() {
    return item.getReadOnlyProperty();
  }

  /** Title of the explained item; empty when nothing is explained. */
  public ReadOnlyStringProperty itemNameProperty() {
    return itemName.getReadOnlyProperty();
  }

  /** Why there is nothing to see; empty when there is. */
  public ReadOnlyStringProperty emptyProperty() {
    return empty.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }
}
