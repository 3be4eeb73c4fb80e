package io.aisle.ui.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.dataset.MappingFile;
import io.aisle.core.dataset.Samples;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventKind;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.FileDrops;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The folder of each sample, dropped and imported as it stands, has the counts of its ABOUT.md: no
 * column is chosen, and its mapping file is not asked.
 */
class DroppedSamplesTest extends DatasetStore {
  private static final Path HOME = Path.of(System.getProperty("aisle.home", "."));

  private final CallerJobRunner runner = new CallerJobRunner();
  private ImportViewModel form;
  private DescriptionViewModel described;

  @BeforeEach
  void open() {
    Texts texts = new Texts(Locale.ENGLISH);
    Notices notices = new Notices(Runnable::run);
    Background background = new Background(runner, Runnable::run, notices);
    DataViewModel data = new DataViewModel(service, background, notices, new Changes(), texts);
    form =
        new ImportViewModel(
            service, background, data::importPlan, texts, new Numbers(Locale.ENGLISH));
    described =
        new DescriptionViewModel(
            service, form, background, data::importPlan, data::append, (said, to) -> {}, texts);
  }

  @AfterEach
  void close() {
    runner.close();
  }

  private void drop(String name) {
    new FileDrops(form::open).drop(List.of(HOME.resolve("sample-datasets").resolve(name)));
  }

  @Test
  void movieLensComesInWithItsTitles() {
    drop("movielens-small");
    form.start();
    DatasetVersion made = service.require("movielens-small");
    assertThat(made.events()).isEqualTo(100_004);
    assertThat(made.users()).isEqualTo(671);
    assertThat(made.items()).isEqualTo(9_066);
    assertThat(service.load(made.id(), new TestControl()).catalogue().titles())
        .noneMatch(String::isEmpty);
  }

  @Test
  void retailrocketComesInWithItsKinds() {
    drop("retailrocket");
    form.start();
    DatasetVersion made = service.require("retailrocket");
    assertThat(made.events()).isEqualTo(97_381);
    assertThat(made.users()).isEqualTo(2_174);
    assertThat(made.items()).isEqualTo(29_905);
    byte[] kinds = service.load(made.id(), new TestControl()).kind();
    assertThat(count(kinds, EventKind.VIEW)).isEqualTo(75_374);
    assertThat(count(kinds, EventKind.CART)).isEqualTo(12_456);
    assertThat(count(kinds, EventKind.PURCHASE)).isEqualTo(9_551);
  }

  private static long count(byte[] kinds, EventKind kind) {
    return IntStream.range(0, kinds.length).filter(i -> kinds[i] == kind.ordinal()).count();
  }

  @Test
  void theElectronicsComeInWithTheirGrades() {
    drop("electronics-search");
    described.importAlone();
    DatasetVersion made = service.require("electronics-search");
    assertThat(made.items()).isEqualTo(19_406);
    assertThat(made.judgements()).isEqualTo(3_668);
    assertThat(made.queries()).isEqualTo(135);
  }

  /** What it says is imported in {@code OnlineRetailImportTest}, whose counts take their time. */
  @Test
  void theGiftShopIsReadAsItsMappingFileSays() {
    drop("online-retail");
    MappingFile found = form.mapping();
    ColumnMapping said = new Samples(HOME).require("online-retail").plan().mapping();
    assertThat(found.mapping().columns()).isEqualTo(said.columns());
    assertThat(found.mapping().rules().toString()).isEqualTo(said.rules().toString());
    assertThat(found.mapping().zone()).isEqualTo(said.zone());
    assertThat(found.mapping().defaultKind()).isEqualTo(said.defaultKind());
    assertThat(form.checkProperty().get().taken()).isPositive();
    assertThat(form.errorsProperty().get()).isEmpty();
  }
}
