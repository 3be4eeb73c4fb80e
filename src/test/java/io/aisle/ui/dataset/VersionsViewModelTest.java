package io.aisle.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.lineage.LineageService;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import io.aisle.ui.chart.LineageChart;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
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

/** Lineage, notes, appending and comparing over a real store. */
class VersionsViewModelTest extends DatasetStore {

  private final Texts texts = new Texts(Locale.ENGLISH);
  private final Notices notices = new Notices(Runnable::run);
  private final CallerJobRunner runner = new CallerJobRunner();
  private DataViewModel data;
  private VersionsViewModel model;
  private final List<CleaningStep> reopened = new ArrayList<>();

  @BeforeEach
  void open() throws IOException {
    Background background = new Background(runner, Runnable::run, notices);
    Changes changes = new Changes();
    data = new DataViewModel(service, background, notices, changes, texts);
    model =
        new VersionsViewModel(
            service,
            new LineageService(service, List::of),
            data,
            reopened::addAll,
            background,
            notices,
            texts,
            new Numbers(Locale.ENGLISH));
    changes.onDatasets(data::refresh);
    Path file = write("shop.csv", "u1,a,1300000000,2", "u1,b,1300000060,1", "u2,a,1300000120,9");
    var unused =
        service.importFiles(
            ImportPlan.of("shop", List.of(file), MappingFile.GUESS), new TestControl());
    data.selectedProperty().subscribe(model::show);
    data.refresh();
    model.shownProperty().set(true);
  }

  @AfterEach
  void close() {
    runner.close();
  }

  private Path write(String name, String... rows) throws IOException {
    return Files.writeString(
        folder.resolve(name), "user,item,time,price\n" + String.join("\n", rows) + "\n");
  }

  private DatasetVersion clean(DatasetVersion version, CleaningStep... steps) {
    DatasetVersion made =
        service.cleaning().apply(version.id(), List.of(steps), new TestControl()).version();
    data.made(made);
    return made;
  }

  @Test
  void theBoxesLeadFromFilesOverStepsToTheVersions() throws IOException {
    DatasetVersion first = data.selectedProperty().get();
    assertThat(names()).containsExactly("shop.csv", "Version 1");
    DatasetVersion second = clean(first, new CleaningStep.Core(2, 0));
    data.selectedProperty().set(first);
    model.append(List.of(write("more.csv", "u3,a,1300000180,4")));
    DatasetVersion third = data.selectedProperty().get();
    assertThat(third.version()).isEqualTo(3);
    assertThat(third.events()).isEqualTo(4);
    List<LineageChart.Node> nodes = model.drawnProperty().get().nodes();
    assertThat(names())
        .containsExactly("shop.csv", "Version 1", "1 step", "Version 2", "more.csv", "Version 3");
    assertThat(nodes).extracting(LineageChart.Node::column).containsExactly(0, 1, 2, 3, 2, 3);
    assertThat(nodes).extracting(LineageChart.Node::row).containsExactly(0, 0, 0, 0, 1, 1);
    assertThat(nodes).extracting(LineageChart.Node::from).containsExactly(-1, 0, 1, 2, 1, 4);
    assertThat(nodes.getLast().marked()).isTrue();
    assertThat(nodes.get(2).detail()).isEqualTo("k-core");
    model.choose(3);
    assertThat(data.selectedProperty().get()).isEqualTo(second);
    model.choose(0);
    assertThat(data.selectedProperty().get()).isEqualTo(second);
    model.again();
    assertThat(reopened).containsExactly(new CleaningStep.Core(2, 0));
    assertThat(data.selectedProperty().get()).isEqualTo(first);
    service.remove(first.id());
    data.refresh();
    model.show(second);
    assertThat(names()).contains("shop:1");
    assertThat(model.factsProperty().get()).contains("from shop:1 by one step");
  }

  @Test
  void whatDependsOnAVersionIsToldBeforeItIsRemoved() {
    DatasetVersion first = data.selectedProperty().get();
    List<String> told = new ArrayList<>();
    model.dependents(first, told::add);
    DatasetVersion second = clean(first, new CleaningStep.Core(2, 0));
    model.dependents(first, told::add);
    assertThat(told.getFirst()).isEmpty();
    assertThat(told.getLast()).contains("Version 2").contains("Runs that learned from it: none");
    assertThat(second.users()).isEqualTo(1);
  }

  @Test
  void licenceAndNoteAreKeptOrTakenBack() {
    model.noteProperty().set("from the till");
    model.licenceProperty().set("internal");
    model.revert();
    assertThat(model.noteProperty().get()).isEmpty();
    assertThat(model.edited().get()).isFalse();
    model.noteProperty().set("from the till");
    model.licenceProperty().set("internal");
    assertThat(model.edited().get()).isTrue();
    model.save();
    assertThat(model.edited().get()).isFalse();
    DatasetVersion kept = service.require("shop");
    assertThat(kept.licence()).isEqualTo("internal");
    assertThat(service.origin(kept.id()).note()).isEqualTo("from the till");
  }

  @Test
  void aVersionIsComparedWithTheOneItWasMadeOf() {
    leastGroup = 1;
    CompareVersionsViewModel comparison = model.comparison();
    assertThat(comparison.summaryProperty().get()).contains("one version only");
    DatasetVersion first = data.selectedProperty().get();
    DatasetVersion second = clean(first, new CleaningStep.Core(2, 0));
    assertThat(comparison.beforeProperty().get()).isEqualTo(first);
    assertThat(comparison.afterProperty().get()).isEqualTo(second);
    assertThat(comparison.summaryProperty().get())
        .isEqualTo("−1 events · 0 new users, 1 lost · 0 new items, 0 lost");
    DriftLine price =
        comparison.lines().stream()
            .filter(line -> line.column().equals("Price"))
            .findFirst()
            .orElseThrow();
    assertThat(price.level()).isEqualTo("LARGE");
    assertThat(price.bars().stream().mapToDouble(bar -> bar.second()).sum())
        .isCloseTo(100, within(1e-9));
    assertThat(comparison.daysProperty().get()).hasSize(2);
    // one user at the least is shown; of the usual five nothing is
    leastGroup = 5;
    comparison.compare();
    assertThat(comparison.lines())
        .filteredOn(line -> line.column().equals("Price"))
        .singleElement()
        .matches(line -> line.bars().stream().allMatch(bar -> bar.second() == 0))
        .matches(line -> line.note().contains("fewer than 5 users"));
    assertThat(comparison.daysProperty().get()).isEmpty();
    assertThat(comparison.daysNoteProperty().get()).contains("fewer than 5 users");
    comparison.beforeProperty().set(second);
    assertThat(comparison.lines()).isEmpty();
    assertThat(comparison.summaryProperty().get()).contains("two different");
  }

  private List<String> names() {
    return model.drawnProperty().get().nodes().stream().map(LineageChart.Node::name).toList();
  }
}
