package io.aisle.core.dataset.cleaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.Samples;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.DataSize;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.Making;
import io.aisle.domain.data.StepEffect;
import io.aisle.domain.data.VersionOrigin;
import io.aisle.store.Database;
import io.aisle.store.EventScan;
import io.aisle.testkit.Beside;
import io.aisle.testkit.TestControl;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The sample without the rules of its import: every count was found with Python's csv module. */
@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlineRetailCleaningTest {
  private static final CleaningStep CANCELLATIONS = CleaningStep.Cancellations.DEFAULT;
  private static final CleaningStep DUPLICATES = CleaningStep.Duplicates.DEFAULT;
  private static final CleaningStep PRICED =
      new CleaningStep.Range(ColumnRole.PRICE, OptionalDouble.of(0.01), OptionalDouble.empty());

  private Database database;
  private DatasetService service;
  private Path snapshots;
  private ImportSummary imported;
  private DatasetVersion raw;

  @BeforeAll
  void importWithoutRules(@TempDir Path workspace) {
    database = Database.open(workspace.resolve("store"));
    snapshots = workspace.resolve("snapshots");
    service = new DatasetService(database, snapshots);
    ImportPlan plan =
        new Samples(Path.of(System.getProperty("aisle.home"))).require("online-retail").plan();
    ColumnMapping mapping = plan.mapping();
    imported =
        service.importFiles(
            new ImportPlan(
                "retail",
                plan.files(),
                new ColumnMapping(
                    mapping.columns(),
                    mapping.form(),
                    mapping.timeFormat(),
                    mapping.zone(),
                    mapping.defaultKind(),
                    mapping.kinds(),
                    Optional.of(List.of())),
                Optional.empty(),
                Optional.empty(),
                "CC BY 4.0"),
            new TestControl());
    raw = service.require("retail");
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void linesWithoutCustomerAreRefusedEvenWithoutRules() {
    assertThat(imported.refused()).containsEntry("missing-user", 135_080L);
    assertThat(raw.events()).isEqualTo(406_829);
    assertThat(raw.users()).isEqualTo(4_372);
    assertThat(raw.items()).isEqualTo(3_684);
  }

  @Test
  void theStepsTakeWhatWasCountedElsewhere() {
    List<CleaningStep> steps =
        List.of(CANCELLATIONS, DUPLICATES, PRICED, CleaningStep.Core.DEFAULT);
    CleaningSummary summary = service.cleaning().apply(raw.id(), steps, new TestControl());
    assertThat(summary.effects())
        .containsExactly(
            new StepEffect(
                "cancellations",
                new DataSize(406_829, 4_372, 3_684),
                new DataSize(397_924, 4_339, 3_665),
                0),
            new StepEffect(
                "duplicates",
                new DataSize(397_924, 4_339, 3_665),
                new DataSize(392_730, 4_339, 3_665),
                0),
            new StepEffect(
                "range", new DataSize(392_730, 4_339, 3_665), summary.effects().get(2).after(), 0),
            new StepEffect(
                "core", summary.effects().get(2).after(), new DataSize(391_120, 4_110, 3_187), 0));
    assertThat(summary.effects().get(2).after().events()).isEqualTo(392_686);
    DatasetVersion made = summary.version();
    assertThat(made.events()).isEqualTo(391_120);
    assertThat(made.users()).isEqualTo(4_110);
    assertThat(made.items()).isEqualTo(3_187);
    assertThat(made.licence()).isEqualTo("CC BY 4.0");
    assertThat(service.require("retail").id()).isEqualTo(made.id());
    assertThat(service.load(made.id(), new TestControl()).size()).isEqualTo(391_120);

    VersionOrigin origin = service.origin(made.id());
    assertThat(origin.making()).isEqualTo(Making.CLEANING);
    assertThat(origin.parentId()).hasValue(raw.id());
    assertThat(origin.parent()).isEqualTo("retail:1");
    assertThat(origin.effects()).isEqualTo(summary.effects());
    assertThat(StepsReader.parse(origin.steps(), Path.of("stored"))).isEqualTo(steps);
    assertThat(service.madeFrom(raw.id())).contains(made);
    // the version that was cleaned stays as it was
    assertThat(service.version(raw.id())).isEqualTo(raw);
    service.remove(made.id());
    assertThat(service.require("retail").id()).isEqualTo(raw.id());
  }

  @Test
  void purchasesGoWithTheirCancellations() {
    CleaningPreview exact = whole(new CleaningStep.Cancellations(true, ""));
    assertThat(exact.effects().getFirst().after()).isEqualTo(new DataSize(395_025, 4_328, 3_651));
    assertThat(whole(new CleaningStep.Cancellations(true, "C")).effects())
        .isEqualTo(exact.effects());
    assertThat(whole(new CleaningStep.Duplicates(CleaningStep.Duplicates.Same.MOMENT)).effects())
        .extracting(StepEffect::dropped)
        .containsExactly(10_240L);
    assertThat(whole(new CleaningStep.Duplicates(CleaningStep.Duplicates.Same.PAIR)).effects())
        .extracting(effect -> effect.after().events())
        .containsExactly(267_615L);
  }

  private CleaningPreview whole(CleaningStep step) {
    FrameData all =
        new FrameLoader(new EventScan(database))
            .all(
                raw,
                service.load(raw.id(), new TestControl()),
                StepColumns.of(List.of(step)),
                new TestControl());
    return new CleaningPreview(
        true,
        all.size(),
        raw.users(),
        StepRun.run(new EventFrame(all), List.of(step), new TestControl()));
  }

  @Test
  void aPreviewIsNearTheTruth() {
    List<CleaningStep> steps = List.of(CANCELLATIONS, DUPLICATES);
    // which has not looked at all events for another preview
    CleaningService cleaning = new DatasetService(database, snapshots).cleaning();
    CleaningPreview first = cleaning.preview(raw.id(), steps, new TestControl());
    assertThat(first.whole()).isFalse();
    assertThat(first.sampledEvents()).isBetween(15_000L, 60_000L);
    assertThat(first.effects().getFirst().before()).isEqualTo(new DataSize(406_829, 4_372, 3_684));
    assertThat(first.effects().getFirst().dropped()).isCloseTo(8_905, within(5_000L));
    assertThat(cleaning.preview(raw.id(), steps, new TestControl())).isEqualTo(first);
  }

  @Test
  void aCoreIsPreviewedFromAllEventsAndExactly() {
    List<CleaningStep> steps =
        List.of(CANCELLATIONS, DUPLICATES, PRICED, CleaningStep.Core.DEFAULT);
    CleaningPreview preview = service.cleaning().preview(raw.id(), steps, new TestControl());
    assertThat(preview.whole()).isTrue();
    assertThat(preview.effects().getLast().after()).isEqualTo(new DataSize(391_120, 4_110, 3_187));
    List<CleaningStep> core = List.of(CleaningStep.Core.DEFAULT);
    assertThat(service.cleaning().preview(raw.id(), core, new TestControl()).whole()).isTrue();
  }
}
