package io.aisle.ui.training;

import io.aisle.core.lists.ListsService;
import io.aisle.core.lists.Preview;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.RerankRule;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What rules do to the list of one user. FX thread only. */
final class RerankLook {
  private static final int PLACES = 20;

  private final ListsService lists;
  private final Texts texts;
  private final Supplier<Optional<Question>> question;
  private final Consumer<String> problem;
  private final Slot<Looked> looking;
  private final ReadOnlyObjectWrapper<List<PreviewRow>> before =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<PreviewRow>> after =
      new ReadOnlyObjectWrapper<>(List.of());
  private boolean again;

  /** A run, rules for its lists, and a user. */
  record Question(RunFolder run, List<RerankRule> rules, String user) {}

  /** What a look brought; a problem when the rules do not fit the run. */
  private record Looked(Preview preview, String problem) {}

  /**
   * @param question what there is to be looked at now
   * @param problem told why there is nothing to be seen
   */
  RerankLook(
      ListsService lists,
      Background background,
      Texts texts,
      Supplier<Optional<Question>> question,
      Consumer<String> problem) {
    this.lists = lists;
    this.texts = texts;
    this.question = question;
    this.problem = problem;
    this.looking = background.slot(texts.of("rerank.job.look"));
  }

  /** Looks in the background; while it does, another look waits for its end. */
  void look() {
    Optional<Question> asked = question.get();
    if (asked.isEmpty()) {
      looking.clear();
    } else if (looking.busyProperty().get()) {
      again = true; // a worker that is asked is not stopped for every letter
    } else {
      looking.read(control -> answer(asked.get()), this::show);
    }
  }

  private Looked answer(Question asked) {
    try {
      return new Looked(lists.preview(asked.run(), asked.rules(), asked.user(), PLACES), "");
    } catch (InputException e) {
      return new Looked(null, e.getMessage());
    }
  }

  private void show(Looked looked) {
    if (again) {
      again = false;
      look();
      return;
    }
    if (looked.preview() == null) {
      problem.accept(texts.sentence(looked.problem()));
      after.set(List.of());
      return;
    }
    before.set(PreviewRow.of(looked.preview().before(), List.of()));
    after.set(PreviewRow.of(looked.preview().after(), looked.preview().before()));
  }

  /** Shows nothing. */
  void forget() {
    before.set(List.of());
    after.set(List.of());
  }

  /** Waits for no answer any more. */
  void stop() {
    again = false;
    looking.clear();
  }

  ReadOnlyObjectProperty<List<PreviewRow>> beforeProperty() {
    return before.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<List<PreviewRow>> afterProperty() {
    return after.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty busyProperty() {
    return looking.busyProperty();
  }
}
