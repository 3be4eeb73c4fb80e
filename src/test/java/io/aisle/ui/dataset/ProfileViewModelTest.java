package io.aisle.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.core.dataset.profile.Facts;
import io.aisle.core.dataset.profile.Statistic;
import io.aisle.core.job.QueueJobRunner;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Statistics come one by one. What the jobs bring waits in a queue until the test takes it, so that
 * something can happen in between.
 */
class ProfileViewModelTest extends DatasetStore {
  private final BlockingQueue<Runnable> arrived = new LinkedBlockingQueue<>();
  private final List<String> told = new ArrayList<>();
  private final QueueJobRunner runner = new QueueJobRunner(2, 1_000);
  private ProfileViewModel model;

  @BeforeEach
  void open() {
    model =
        new ProfileViewModel(
            service,
            new Background(runner, arrived::add, new Notices(Runnable::run)),
            new Texts(Locale.ENGLISH),
            () -> told.add("first"),
            told::add);
  }

  @AfterEach
  void close() {
    runner.close();
  }

  private DatasetVersion imported(String name, String rows) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".csv"), "user,item,time\n" + rows);
    var unused =
        service.importFiles(
            ImportPlan.of(name, List.of(file), MappingFile.GUESS), new TestControl());
    return service.require(name);
  }

  /** Takes what the next job has brought. */
  private void take() throws InterruptedException {
    arrived.poll(20, TimeUnit.SECONDS).run();
  }

  private StatisticModel.State state(Statistic statistic) {
    return model.of(statistic).stateProperty().get();
  }

  @Test
  void oneAfterTheOtherTheCheapestFirst() throws Exception {
    model.show(imported("a", "u,i,2020-01-01\nu,j,2020-01-02\n"));
    assertThat(state(Statistic.TIME)).isEqualTo(StatisticModel.State.RUNNING);
    assertThat(state(Statistic.PAIRS)).isEqualTo(StatisticModel.State.WAITING);
    for (Statistic statistic : Statistic.values()) {
      assertThat(state(statistic)).isEqualTo(StatisticModel.State.RUNNING);
      take();
      assertThat(state(statistic)).isEqualTo(StatisticModel.State.READY);
    }
    assertThat(told).containsExactly("first");
  }

  @Test
  void oneThatIsStoppedIsLeftOutAndComesWhenItIsWantedAfterAll() throws Exception {
    model.show(imported("a", "u,i,2020-01-01\n"));
    model.of(Statistic.KINDS).stop();
    assertThat(state(Statistic.TIME)).isEqualTo(StatisticModel.State.RUNNING);
    model.of(Statistic.TIME).stop(); // which is running
    assertThat(state(Statistic.ITEMS)).isEqualTo(StatisticModel.State.RUNNING);
    take(); // of the one that was stopped: dropped
    assertThat(state(Statistic.TIME)).isEqualTo(StatisticModel.State.STOPPED);
    assertThat(model.of(Statistic.TIME).partProperty().get()).isNull();
    while (state(Statistic.PAIRS) != StatisticModel.State.READY) {
      take();
    }
    assertThat(state(Statistic.KINDS)).isEqualTo(StatisticModel.State.STOPPED);
    model.of(Statistic.KINDS).resume();
    take();
    assertThat(state(Statistic.KINDS)).isEqualTo(StatisticModel.State.READY);
    assertThat(state(Statistic.TIME)).isEqualTo(StatisticModel.State.STOPPED);
  }

  @Test
  void whatAVersionThatWasLeftBringsIsDropped() throws Exception {
    DatasetVersion one = imported("one", "u,i,2020-01-01\nv,j,2020-01-02\n");
    DatasetVersion other = imported("other", "u,i,2020-01-01\n");
    model.show(one);
    Runnable late = arrived.poll(20, TimeUnit.SECONDS);
    model.show(other);
    late.run();
    assertThat(state(Statistic.TIME)).isEqualTo(StatisticModel.State.RUNNING);
    assertThat(told).isEmpty();
    while (state(Statistic.FACTS) != StatisticModel.State.READY) {
      take();
    }
    assertThat(((Facts) model.of(Statistic.FACTS).partProperty().get()).density()).isEqualTo(1);
    model.show(null);
    assertThat(state(Statistic.FACTS)).isEqualTo(StatisticModel.State.NONE);
    assertThat(model.of(Statistic.FACTS).partProperty().get()).isNull();
  }

  @Test
  void aVersionThatIsGoneIsToldOnce() throws Exception {
    DatasetVersion gone = imported("a", "u,i,2020-01-01\n");
    service.remove(gone.id());
    model.show(gone);
    take();
    assertThat(told).singleElement().asString().contains("not there any more");
    assertThat(state(Statistic.TIME)).isEqualTo(StatisticModel.State.NONE);
    assertThat(arrived).isEmpty();
  }
}
