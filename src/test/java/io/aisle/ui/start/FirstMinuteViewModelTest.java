package io.aisle.ui.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.Samples;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.WorkerLauncher;
import io.aisle.core.start.FirstLook;
import io.aisle.core.training.RunPreparer;
import io.aisle.core.training.TrainingService;
import io.aisle.core.users.UsersService;
import io.aisle.domain.OperationException;
import io.aisle.domain.job.CancelSignal;
import io.aisle.domain.job.ProgressListener;
import io.aisle.store.Database;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order of a first minute, and what happens when a step fails; without a window. */
class FirstMinuteViewModelTest {
  private static final String FACTS =
      """
      title: {en: Corner shop, zh: 小店}
      what: {en: Nothing much., zh: 不多。}
      goodFor: {en: Tests., zh: 测试。}
      counts: {rows: 3}
      licence: {name: none, link: here, commercial: true}
      models: %s
      """;

  private static final WorkerLauncher NO_WORKERS =
      needs -> {
        throw new OperationException("There are no workers today: try tomorrow.");
      };

  private static final Texts ENGLISH = new Texts(Locale.ENGLISH);

  @TempDir Path home;
  private Database database;
  private DatasetService datasets;
  private CallerJobRunner jobs;
  private FirstMinuteViewModel minute;
  private GuideViewModel guide;
  private final List<Place> places = new ArrayList<>();

  @BeforeEach
  void open() {
    database = Database.open(home.resolve("store"));
    datasets = new DatasetService(database, home.resolve("snapshots"));
    jobs = new CallerJobRunner(ProgressListener.NONE, CancelSignal.NEVER);
    TrainingService training =
        new TrainingService(
            RunPreparer.withWorkspace(datasets), jobs, NO_WORKERS, home.resolve("runs"));
    FirstLook look =
        new FirstLook(datasets, training, new ComparisonService(), new UsersService(NO_WORKERS));
    Notices notices = new Notices(Runnable::run);
    minute =
        new FirstMinuteViewModel(look, new Background(jobs, Runnable::run, notices), new Changes());
    guide = new GuideViewModel(minute, places::add, ENGLISH, new Numbers(Locale.ENGLISH), () -> {});
  }

  @AfterEach
  void close() {
    jobs.close();
    database.close();
  }

  private void begin(String rows, String mapping, String models) throws IOException {
    Path folder = Files.createDirectories(home.resolve("sample-datasets").resolve("corner"));
    Files.writeString(folder.resolve("ABOUT.md"), "# Corner shop\n\nNothing much.\n");
    Files.writeString(folder.resolve("mapping.yaml"), mapping);
    Files.writeString(folder.resolve("sample.yaml"), FACTS.formatted(models));
    Files.writeString(folder.resolve("rows.csv"), rows);
    minute.begin(new Samples(home).require("corner"), ENGLISH);
  }

  private GuideStep step(Step wanted) {
    return guide.steps().stream().filter(step -> step.step() == wanted).findFirst().orElseThrow();
  }

  @Test
  void aFileThatCannotBeReadIsSaidInTheStepAndCallsOffTheRest() throws IOException {
    begin("", "files: [rows.csv]", "[popularity]");
    assertThat(step(Step.IMPORT).status()).isEqualTo(StepState.Status.FAILED);
    assertThat(step(Step.IMPORT).words()).contains("rows.csv", "is empty");
    assertThat(step(Step.USER).status()).isEqualTo(StepState.Status.CANCELLED);
    assertThat(guide.headingProperty().get()).isEqualTo("Corner shop: stopped");
    assertThat(guide.stoppedProperty().get()).isTrue();
    assertThat(places).isEmpty();
  }

  @Test
  void aTrainingThatFailsIsSaidInItsStepAndTheDataStay() throws IOException {
    begin(
        """
        user,item,time
        a,x,2024-01-01
        a,y,2024-01-02
        a,z,2024-01-03
        """,
        "files: [rows.csv]",
        "[popularity, ease]");
    assertThat(step(Step.IMPORT).words()).contains("3 events of 1 users with 3 items");
    assertThat(step(Step.QUALITY).status()).isEqualTo(StepState.Status.DONE);
    assertThat(step(Step.TRAIN).status()).isEqualTo(StepState.Status.FAILED);
    assertThat(step(Step.TRAIN).words()).contains("Nothing is left of 3 events");
    assertThat(step(Step.COMPARE).status()).isEqualTo(StepState.Status.CANCELLED);
    assertThat(places).containsExactly(new Place.OfDataset("corner", 1));
    assertThat(datasets.versions()).hasSize(1);
  }

  @Test
  void aCatalogueHasTwoStepsAndNothingToTrain() throws IOException {
    begin("sku,name\np1,Lamp\n", "items: {file: rows.csv, id: sku, title: name}", "[]");
    assertThat(guide.steps())
        .extracting(GuideStep::step)
        .containsExactly(Step.IMPORT, Step.QUALITY);
    assertThat(guide.headingProperty().get()).isEqualTo("Corner shop: done");
    assertThat(guide.trainedProperty().get()).isFalse();
    assertThat(guide.nextProperty().get()).contains("no recommender can be trained");
  }

  @Test
  void whoDoesNotGoAlongStaysAndFilesThatAreKnownAreNotImportedTwice() throws IOException {
    minute.followProperty().set(false);
    begin("sku,name\np1,Lamp\n", "items: {file: rows.csv, id: sku, title: name}", "[]");
    assertThat(places).isEmpty();
    guide.again();
    assertThat(datasets.versions()).hasSize(1);
    assertThat(step(Step.IMPORT).words()).contains("Already in the workspace");
    guide.show(Step.IMPORT);
    assertThat(places).containsExactly(new Place.OfDataset("corner", 1));
    guide.close();
    assertThat(guide.shownProperty().get()).isFalse();
  }
}
