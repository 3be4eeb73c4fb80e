package io.aisle.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.core.dataset.cleaning.StepsReader;
import io.aisle.core.dataset.profile.QualityCheck;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import io.aisle.ui.form.FormField;
import io.aisle.ui.form.ListedForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps are put together, counted and applied over a real store. */
class CleaningViewModelTest extends DatasetStore {

  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Notices notices = new Notices(Runnable::run);
  private final CallerJobRunner runner = new CallerJobRunner();
  private DataViewModel data;
  private VersionViewModel version;
  private CleaningViewModel model;

  @BeforeEach
  void open() throws IOException {
    Background background = new Background(runner, Runnable::run, notices);
    Changes changes = new Changes();
    data = new DataViewModel(service, background, notices, changes, texts);
    version =
        new VersionViewModel(
            service,
            new RowsViewModel(service, background, texts).knowledge().countsProperty(),
            background,
            texts,
            new Numbers(Locale.ENGLISH));
    model = new CleaningViewModel(service, background, notices, data::made, texts);
    changes.onDatasets(data::refresh);
    Path file = folder.resolve("shop.csv");
    Files.writeString(
        file,
        """
        user,item,time,price
        u1,a,1300000000,2
        u1,a,1300000000,2
        u1,b,1300000060,0
        u2,a,1300000120,3
        u2,b,1300000180,
        u3,a,1300000240,9
        """);
    var unused =
        service.importFiles(
            ImportPlan.of("shop", List.of(file), MappingFile.GUESS), new TestControl());
    data.selectedProperty().subscribe(version::show);
    data.selectedProperty().subscribe(model::show);
    data.refresh();
    model.shownProperty().set(true);
  }

  @AfterEach
  void close() {
    runner.close();
  }

  @Test
  void whatEachStepWouldDoIsCountedWhenAnEditHasComeToRest() {
    model.add("duplicates");
    model.add("core");
    write(1, "users", "2");
    write(1, "items", "0");
    assertThat(model.lines()).isEmpty();
    rest();
    assertThat(model.lines()).extracting(line -> line.left().events()).containsExactly(6L, 5L, 4L);
    assertThat(model.lines().getLast().left().users()).isEqualTo(2);
    assertThat(model.basisProperty().get()).startsWith("exact");
    model.steps().all().getFirst().onProperty().set(false);
    rest();
    assertThat(model.lines()).extracting(line -> line.left().events()).containsExactly(6L, 5L);
  }

  @Test
  void everyChangeIsUndoneAndDoneAgain() {
    model.add("duplicates");
    model.add("missing");
    rest();
    write(1, "treatment", "MEDIAN");
    rest();
    model.steps().move(model.steps().all().getLast(), -1);
    model.steps().all().getFirst().onProperty().set(false);
    assertThat(kinds()).containsExactly("missing", "duplicates");
    model.steps().undo();
    assertThat(model.steps().all().getFirst().onProperty().get()).isTrue();
    model.steps().undo();
    assertThat(kinds()).containsExactly("duplicates", "missing");
    model.steps().undo();
    assertThat(field(1, "treatment").textProperty().get()).isEqualTo("DROP");
    model.steps().undo();
    model.steps().undo();
    assertThat(kinds()).isEmpty();
    for (int i = 0; i < 5; i++) {
      model.steps().redo();
    }
    assertThat(kinds()).containsExactly("missing", "duplicates");
    assertThat(model.steps().all().getFirst().onProperty().get()).isFalse();
  }

  @Test
  void whatIsWrongIsSaid() {
    model.add("range");
    write(0, "min", "5");
    write(0, "max", "1");
    rest();
    assertThat(model.problemProperty().get()).contains("above max");
    write(0, "max", "many");
    rest();
    assertThat(field(0, "max").errorProperty().get()).contains("many");
    model.apply();
    write(0, "max", "");
    model.steps().all().getFirst().onProperty().set(false);
    model.apply();
    assertThat(model.problemProperty().get()).contains("switched off");
    assertThat(data.versions()).hasSize(1);
  }

  @Test
  void stepsGoToAFileAndComeBackAsOneEdit() {
    model.add("time-window");
    model.add("robots");
    model.add("missing");
    model.steps().all().getLast().onProperty().set(false);
    Path file = folder.resolve("steps.yaml");
    model.save(file);
    assertThat(StepsReader.readFile(file)).hasSize(2).contains(CleaningStep.Robots.DEFAULT);
    model.steps().replace(List.of(CleaningStep.Sampling.DEFAULT));
    model.load(file);
    assertThat(kinds()).containsExactly("time-window", "robots");
    assertThat(field(0, "from").textProperty().get()).isEqualTo("2011-03-13");
    model.steps().undo();
    assertThat(kinds()).containsExactly("sampling");
  }

  @Test
  void aColumnIsChosenAmongThoseThatAStepWorksOn() {
    model.add("normalise");
    assertThat(field(0, "column").choices()).containsExactly("VALUE", "PRICE", "QUANTITY");
  }

  @Test
  void theNewVersionIsShownWhenItIsThere() {
    model.add("time-window");
    assertThat(field(0, "from").textProperty().get()).isEqualTo("2011-03-13");
    model.add("missing");
    model.apply();
    DatasetVersion shown = data.selectedProperty().get();
    assertThat(shown.version()).isEqualTo(2);
    assertThat(shown.events()).isEqualTo(5);
    assertThat(model.shownProperty().get()).isFalse();
    assertThat(model.steps().all()).isEmpty();
    assertThat(notices.newestProperty().get().sentence()).contains("5 of 6 events");
  }

  @Test
  void stepsThatWereNotAppliedAreThereWhenOneComesBack() {
    model.add("missing");
    model.apply();
    DatasetVersion made = data.selectedProperty().get();
    DatasetVersion first =
        data.versions().stream().filter(each -> each.version() == 1).findFirst().orElseThrow();
    data.selectedProperty().set(first);
    assertThat(model.steps().all()).as("those that were applied").isEmpty();
    model.shownProperty().set(true);
    model.add("range");
    write(0, "min", "no number");
    data.selectedProperty().set(made);
    assertThat(model.steps().all()).isEmpty();
    model.add("core");
    data.selectedProperty().set(first);
    assertThat(model.steps().all()).singleElement().matches(form -> form.kind().equals("range"));
    assertThat(field(0, "min").textProperty().get()).isEqualTo("no number");
    assertThat(model.steps().canUndoProperty().get()).isFalse();
    data.selectedProperty().set(made);
    assertThat(model.steps().all()).singleElement().matches(form -> form.kind().equals("core"));
  }

  @Test
  void aFindingLeadsToTheStepThatTreatsIt() {
    QualityLine repeats = finding("repeats");
    model.shownProperty().set(false);
    model.treat(version.treatment(repeats).orElseThrow());
    assertThat(model.shownProperty().get()).isTrue();
    rest();
    assertThat(model.lines().getLast().dropped()).isEqualTo(repeats.count());
    assertThat(version.treatment(finding("ties"))).isEmpty();
    QualityCheck found = finding("zero-price").check();
    QualityCheck refused =
        new QualityCheck(
            found.id(),
            found.severity(),
            found.unit(),
            1,
            6,
            List.of(),
            new QualityCheck.Refused(List.of("zero-price")));
    DatasetVersion shown = data.selectedProperty().get();
    assertThat(StepForFinding.of(refused, shown)).isEqualTo(Optional.empty());
    for (String id : List.of("single", "cold", "zero-price")) {
      assertThat(version.treatment(finding(id))).as(id).isPresent();
    }
  }

  private void rest() {
    for (int i = 0; i < 10; i++) {
      model.look();
    }
  }

  private List<String> kinds() {
    return model.steps().all().stream().map(ListedForm::kind).toList();
  }

  private FormField field(int step, String name) {
    ListedForm<CleaningStep> form = model.steps().all().get(step);
    return form.fields().stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void write(int step, String name, String text) {
    field(step, name).textProperty().set(text);
  }

  private QualityLine finding(String id) {
    return version.checks().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
  }
}
