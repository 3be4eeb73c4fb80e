package io.aisle.ui.training;

import io.aisle.core.job.JobNeeds;
import io.aisle.core.lists.ListsService;
import io.aisle.core.lists.Preview;
import io.aisle.core.training.RerankSection;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.RerankRule;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Undo;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Rules for the lists of a finished run: a list that is edited with undo, what it does to one user,
 * and the start of the run that it makes. FX thread only.
 */
public final class RerankViewModel {
  private static final int PLACES = 20;

  /** Looks without an edit after which it has come to rest. */
  private static final int QUIET = 6;

  private final ListsService lists;
  private final RunMaker maker;
  private final Background background;
  private final Texts texts;
  private final Slot<Looked> looking;
  private final Slot<String> firstUser;
  private final ReadOnlyObjectWrapper<RunRow> run = new ReadOnlyObjectWrapper<>();
  private final ObservableList<RuleForm> rules = FXCollections.observableArrayList();
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty user = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<List<PreviewRow>> before =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<List<PreviewRow>> after =
      new ReadOnlyObjectWrapper<>(List.of());
  private final Undo<List<RuleForm.State>> undo = new Undo<>(List.of(), this::restore);
  private int quiet;
  private boolean again;

  /** What a look at one user brought; a problem when the rules do not fit the run. */
  private record Looked(Preview preview, String problem) {}

  public RerankViewModel(ListsService lists, RunMaker maker, Background background, Texts texts) {
    this.lists = lists;
    this.maker = maker;
    this.background = background;
    this.texts = texts;
    this.looking = background.slot(texts.of("rerank.job.look"));
    this.firstUser = background.slot(texts.of("rerank.job.look"));
    user.subscribe((earlier, now) -> touched());
  }

  /** The kinds of rules that can be added, by the names in files. */
  public List<String> kinds() {
    return RerankSection.kinds().stream().map(RerankRule::kind).toList();
  }

  /** Begins with a run and one rule. */
  public void open(RunRow row) {
    run.set(row);
    name.set(texts.of("rerank.name.of", row.name()));
    restore(List.of(new RuleForm(RerankSection.kinds().getFirst(), texts).state()));
    undo.reset(states());
    before.set(List.of());
    after.set(List.of());
    user.set("");
    RunFolder folder = new RunFolder(row.path());
    firstUser.read(
        control -> folder.perUser().users().stream().findFirst().orElse(""),
        found -> {
          if (user.get().isEmpty()) {
            user.set(found);
          }
        });
  }

  public void close() {
    again = false;
    looking.clear();
    firstUser.clear();
    run.set(null);
  }

  private List<RuleForm.State> states() {
    return rules.stream().map(RuleForm::state).toList();
  }

  private void restore(List<RuleForm.State> states) {
    List<RuleForm> forms = states.stream().map(state -> RuleForm.of(state, texts)).toList();
    forms.forEach(this::listen);
    rules.setAll(forms);
    touched();
  }

  private void listen(RuleForm form) {
    form.fields().forEach(field -> field.textProperty().subscribe((earlier, now) -> touched()));
  }

  private void touched() {
    quiet = QUIET;
  }

  public void add(String kind) {
    settle();
    RerankSection.kinds().stream()
        .filter(each -> each.kind().equals(kind))
        .map(each -> new RuleForm(each, texts))
        .forEach(
            form -> {
              listen(form);
              rules.add(form);
            });
    settle();
  }

  public void remove(RuleForm form) {
    settle();
    rules.remove(form);
    settle();
  }

  /** Moves a rule towards the first, -1, or the last, 1. */
  public void move(RuleForm form, int by) {
    int from = rules.indexOf(form);
    int to = from + by;
    if (from < 0 || to < 0 || to >= rules.size()) {
      return;
    }
    settle();
    List<RuleForm> next = new ArrayList<>(rules);
    Collections.swap(next, from, to);
    rules.setAll(next);
    settle();
  }

  /** What was edited since the last call becomes one step of undo. */
  private void settle() {
    undo.edited(states());
    touched();
  }

  public void undo() {
    settle();
    undo.undo();
  }

  public void redo() {
    undo.redo();
  }

  /** Looks whether an edit has come to rest, and then at what it does; called by the sampler. */
  public void look() {
    if (run.get() != null && quiet > 0 && --quiet == 0) {
      undo.edited(states());
      preview();
    }
  }

  private void preview() {
    problem.set("");
    Optional<List<RerankRule>> wanted = wanted();
    String who = user.get().strip();
    if (wanted.isEmpty() || who.isEmpty()) {
      looking.clear();
      return;
    }
    if (looking.busyProperty().get()) {
      again = true; // a worker that is asked is not stopped for every letter
      return;
    }
    RunFolder folder = new RunFolder(run.get().path());
    looking.read(
        control -> {
          try {
            return new Looked(lists.preview(folder, wanted.get(), who, PLACES), "");
          } catch (InputException e) {
            return new Looked(null, e.getMessage());
          }
        },
        this::show);
  }

  private void show(Looked looked) {
    if (again) {
      again = false;
      preview();
      return;
    }
    if (looked.preview() == null) {
      problem.set(texts.sentence(looked.problem()));
      after.set(List.of());
      return;
    }
    before.set(PreviewRow.of(looked.preview().before(), List.of()));
    after.set(PreviewRow.of(looked.preview().after(), looked.preview().before()));
  }

  /** The rules as filled in, or nothing when one is wrong, which is then said. */
  private Optional<List<RerankRule>> wanted() {
    List<RerankRule> all = new ArrayList<>();
    try {
      for (RuleForm form : rules) {
        Optional<RerankRule> rule = form.value();
        if (rule.isEmpty()) {
          return Optional.empty();
        }
        all.add(RerankSection.complete(rule.get(), form.title() + ": "));
      }
    } catch (InputException e) {
      problem.set(texts.sentence(e.getMessage()));
      return Optional.empty();
    }
    return Optional.of(all);
  }

  /** Makes the run in the background, and closes; says what is wrong otherwise. */
  public void start() {
    problem.set("");
    Optional<List<RerankRule>> wanted = wanted();
    if (rules.isEmpty()) {
      problem.set(texts.of("rerank.error.none"));
    } else if (name.get().isBlank()) {
      problem.set(texts.of("rerank.error.name"));
    } else if (wanted.isPresent()) {
      RunFolder folder = new RunFolder(run.get().path());
      String called = name.get().strip();
      maker.start(
          new RunMaker.Wanted(
              called, texts.of("rerank.job", called), texts.of("rerank.done", called)),
          new JobNeeds(1, 512),
          (out, control) -> lists.rerank(folder, wanted.get(), called, out, control));
      close();
    }
  }

  /** The run whose lists are changed; null while nothing is. */
  public ReadOnlyObjectProperty<RunRow> runProperty() {
    return run.getReadOnlyProperty();
  }

  public ObservableList<RuleForm> rules() {
    return rules;
  }

  /** What the new run will be called. */
  public StringProperty nameProperty() {
    return name;
  }

  /** Whose list is looked at. */
  public StringProperty userProperty() {
    return user;
  }

  public ReadOnlyStringProperty problemProperty() {
    return problem.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<List<PreviewRow>> beforeProperty() {
    return before.getReadOnlyProperty();
  }

  public ReadOnlyObjectProperty<List<PreviewRow>> afterProperty() {
    return after.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return looking.busyProperty();
  }

  public ReadOnlyBooleanProperty canUndoProperty() {
    return undo.canUndoProperty();
  }

  public ReadOnlyBooleanProperty canRedoProperty() {
    return undo.canRedoProperty();
  }
}
