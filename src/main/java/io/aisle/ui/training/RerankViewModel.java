package io.aisle.ui.training;

import io.aisle.core.job.JobNeeds;
import io.aisle.core.lists.ListsService;
import io.aisle.core.training.RerankSection;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.experiment.RerankRule;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.form.FormList;
import io.aisle.ui.form.ListedForm;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Rules for the lists of a finished run: a list that is edited with undo, what it does to one user,
 * and the start of the run that it makes. FX thread only.
 */
public final class RerankViewModel {
  /** Looks without an edit after which it has come to rest. */
  private static final int QUIET = 6;

  private final ListsService lists;
  private final RunMaker maker;
  private final Texts texts;
  private final RerankLook looking;
  private final Slot<String> firstUser;
  private final ReadOnlyObjectWrapper<RunRow> run = new ReadOnlyObjectWrapper<>();
  private final FormList<RerankRule> rules;
  private final StringProperty name = new SimpleStringProperty("");
  private final StringProperty user = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
  private int quiet;

  public RerankViewModel(ListsService lists, RunMaker maker, Background background, Texts texts) {
    this.lists = lists;
    this.maker = maker;
    this.texts = texts;
    this.rules =
        new FormList<>(RerankSection.kinds(), RerankRule::kind, form -> {}, texts, this::touched);
    this.looking = new RerankLook(lists, background, texts, this::question, problem::set);
    this.firstUser = background.slot(texts.of("rerank.job.look"));
    user.subscribe((earlier, now) -> touched());
  }

  /** Begins with a run and one rule. */
  public void open(RunRow row) {
    run.set(row);
    name.set(texts.of("rerank.name.of", row.name()));
    rules.begin(RerankSection.kinds().subList(0, 1));
    looking.forget();
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
    looking.stop();
    firstUser.clear();
    run.set(null);
  }

  private void touched() {
    quiet = QUIET;
  }

  /** Looks whether an edit has come to rest, and then at what it does; called by the sampler. */
  public void look() {
    if (run.get() != null && quiet > 0 && --quiet == 0) {
      rules.rest();
      looking.look();
    }
  }

  private RerankRule complete(RerankRule rule, ListedForm<RerankRule> form) {
    return RerankSection.complete(rule, texts.of("rule." + form.kind()) + ": ");
  }

  /** What is to be looked at; nothing while it is not filled in, or wrong, which is then said. */
  private Optional<RerankLook.Question> question() {
    problem.set("");
    String who = user.get().strip();
    return rules
        .value(this::complete, problem::set)
        .filter(wanted -> !who.isEmpty())
        .map(wanted -> new RerankLook.Question(new RunFolder(run.get().path()), wanted, who));
  }

  /** Makes the run in the background, and closes; says what is wrong otherwise. */
  public void start() {
    problem.set("");
    Optional<List<RerankRule>> wanted = rules.value(this::complete, problem::set);
    if (rules.all().isEmpty()) {
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
    return looking.beforeProperty();
  }

  public ReadOnlyObjectProperty<List<PreviewRow>> afterProperty() {
    return looking.afterProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return looking.busyProperty();
  }

  /** What is edited. */
  public FormList<RerankRule> rules() {
    return rules;
  }
}
