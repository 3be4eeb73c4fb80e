package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import io.aisle.core.dataset.profile.Facts;
import io.aisle.core.dataset.profile.KindCount;
import io.aisle.core.dataset.profile.ProfilePart;
import io.aisle.core.dataset.profile.Statistic;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.ItemRow;
import io.aisle.domain.data.JudgementRow;
import io.aisle.domain.data.Refusal;
import io.aisle.domain.job.CancelledException;
import io.aisle.store.Versions;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Data sets that are a catalogue with graded queries, with events and without. */
@Beside
class CatalogueImportTest extends DatasetStore {
  private static final String ITEMS =
      """
      id,name,maker,more
      p1,Lamp,Acme,"{""watts"": 6.0, ""dimmable"": true}"
      p2,Chair,,
      ,Nameless,,
      p1,Lamp again,,
      p3,Desk,,{broken
      """;

  private static final String GRADES =
      """
      q,doc,stars
      light,p1,3
      light,p2,0
      seat,p2,2
      seat,p9,1
      light,p1,2
      ,p1,1
      seat,p1,good
      """;

  private static final String MAPPING =
      """
      items: {file: items.csv, id: id, title: name, attributes: more}
      judgements: {file: grades.csv, query: q, item: doc, grade: stars}
      """;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(folder.resolve("items.csv"), ITEMS);
    Files.writeString(folder.resolve("grades.csv"), GRADES);
  }

  private ImportPlan plan(String mapping, Path... files) throws IOException {
    Path yaml = Files.writeString(folder.resolve("mapping.yaml"), mapping);
    return ImportPlan.of("shop", List.of(files), MappingReader.readFile(yaml));
  }

  @Test
  void aFolderWithoutEventsIsToldByTheColumnsOfItsTables() throws IOException {
    Path shop = Files.createDirectory(folder.resolve("shop"));
    Files.writeString(
        shop.resolve("products.csv"), ITEMS.replace(",maker,more", ",maker,attributes_json"));
    Files.writeString(shop.resolve("grades.csv"), "query,docid,rating\nlight,p1,3\nseat,p2,2\n");
    Files.writeString(shop.resolve("opinions.csv"), "query,docid,first,second\nlight,p1,3,2\n");
    ImportSummary summary =
        service.importFiles(
            ImportPlan.of("shop", List.of(shop), MappingFile.GUESS), new TestControl());
    assertThat(summary.queries()).isEqualTo(2);
    assertThat(summary.judgements()).isEqualTo(2);
    DatasetVersion version = service.require("shop");
    assertThat(version.items()).isEqualTo(2);
    assertThat(service.attributes(version.id()).items().toString()).contains("watts");
  }

  @Test
  void aCatalogueWithoutEventsIsTakenWholeWithItsGrades() throws IOException {
    ImportSummary summary = service.importFiles(plan(MAPPING), new TestControl());
    assertThat(summary.read()).isEqualTo(12);
    assertThat(summary.taken()).isEqualTo(5);
    DatasetVersion version = service.require("shop");
    assertThat(version.events()).isZero();
    assertThat(version.items()).isEqualTo(2);
    assertThat(version.queries()).isEqualTo(2);
    assertThat(version.judgements()).isEqualTo(3);
    assertThat(version.trainable()).isFalse();
    assertThat(version.source()).isEqualTo("items.csv, grades.csv");
    assertThat(service.rows().items(version.id(), 1, 10))
        .containsExactly(
            new ItemRow(
                1, "p1", "Lamp", null, Map.of("maker", "Acme", "watts", "6.0", "dimmable", "true")),
            new ItemRow(2, "p2", "Chair", null, Map.of()));
    assertThat(service.rows().items(version.id(), 2, 1))
        .extracting(ItemRow::item)
        .containsExactly("p2");
    assertThat(service.rows().judgements(version.id(), 1, 10))
        .containsExactly(
            new JudgementRow(1, "light", "p1", "Lamp", 3),
            new JudgementRow(2, "light", "p2", "Chair", 0),
            new JudgementRow(3, "seat", "p2", "Chair", 2));
    assertThat(service.rows().judgements(version.id(), 3, 5)).hasSize(1);
  }

  @Test
  void whatCannotBeTakenIsRefusedWithFileRowColumnAndReason() throws IOException {
    service.importFiles(plan(MAPPING), new TestControl());
    DatasetVersion version = service.require("shop");
    assertThat(version.refused())
        .containsExactly(
            entry("missing-item", 1L),
            entry("bad-attributes", 1L),
            entry("repeated-item", 1L),
            entry("missing-query", 1L),
            entry("bad-grade", 1L),
            entry("unknown-item", 1L),
            entry("repeated-grade", 1L));
    assertThat(service.rows().refusals(version.id(), null, 1, 10))
        .contains(
            new Refusal("items.csv", 6, "more", "bad-attributes", "p3,Desk,,{broken"),
            new Refusal("grades.csv", 5, "doc", "unknown-item", "seat,p9,1"),
            new Refusal("grades.csv", 8, "stars", "bad-grade", "seat,p1,good"));
  }

  @Test
  void aCatalogueHasASnapshotAndAProfileOfNothing() throws IOException {
    service.importFiles(plan(MAPPING), new TestControl());
    DatasetVersion version = service.require("shop");
    assertThat(service.load(version.id(), new TestControl()).catalogue().titles())
        .containsExactly("Lamp", "Chair");
    for (Statistic statistic : Statistic.values()) {
      assertThat(service.statistic(version.id(), statistic, new TestControl())).isNotNull();
    }
    Facts facts = (Facts) service.statistic(version.id(), Statistic.FACTS, new TestControl());
    assertThat(service.quality(version.id(), new TestControl())).isNotEmpty();
    assertThat(facts.density()).isZero();
    assertThat(facts.perUser()).isNaN();
  }

  @Test
  void gradesBesideEventsBringItemsThatNobodyTouched() throws IOException {
    Path events = Files.writeString(folder.resolve("events.csv"), "user,item\na,p2\nb,p7\n");
    service.importFiles(plan(MAPPING, events), new TestControl());
    DatasetVersion version = service.require("shop");
    assertThat(version.events()).isEqualTo(2);
    assertThat(version.trainable()).isTrue();
    assertThat(service.rows().items(version.id(), 1, 10))
        .extracting(ItemRow::item)
        .containsExactly("p2", "p7", "p1");
    assertThat(service.rows().events(version.id(), 1, 1).getFirst().title()).isEqualTo("Chair");
    assertThat(service.rows().judgements(version.id(), 2, 1).getFirst().item()).isEqualTo("p2");
    assertThat(service.load(version.id(), new TestControl()).item()).containsExactly(0, 1);
  }

  @Test
  void anEarlierVersionWithoutGradesHasNone() throws IOException {
    Path events = Files.writeString(folder.resolve("events.csv"), "user,item\na,p2\n");
    service.importFiles(
        ImportPlan.of("shop", List.of(events), MappingFile.GUESS), new TestControl());
    assertThat(service.rows().judgements(service.require("shop").id(), 1, 10)).isEmpty();
  }

  @Test
  void aCancelledCatalogueLeavesNothing() throws IOException {
    ImportPlan plan = plan(MAPPING);
    TestControl cancelled = new TestControl(progress -> progress.phase().equals("judgements"));
    assertThatExceptionOfType(CancelledException.class)
        .isThrownBy(() -> service.importFiles(plan, cancelled));
    assertThat(service.versions()).isEmpty();
  }

  @Test
  void aCatalogueThatWasReadButNotFinishedIsWholeAfterResuming() throws IOException {
    service.importFiles(plan(MAPPING), new TestControl());
    DatasetVersion version = service.require("shop");
    new Versions(database).state(version.id(), DatasetVersion.State.INTERRUPTED);
    service.resume(version.id(), new TestControl());
    assertThat(service.require("shop")).isEqualTo(version);
    assertThat(service.rows().judgements(version.id(), 1, 10)).hasSize(3);
  }

  @Test
  void aMappingThatNamesTooLittleIsRefusedWithASentence() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> service.importFiles(plan("licence: none"), new TestControl()))
        .withMessageContaining("No file to import");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () ->
                service.importFiles(
                    plan("judgements: {file: grades.csv, query: q, item: doc, grade: stars}"),
                    new TestControl()))
        .withMessageContaining("grades items that are not there");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () -> service.importFiles(plan(MAPPING.replace("stars", "starz")), new TestControl()))
        .withMessageContaining("\"starz\"")
        .withMessageContaining("stars");
  }

  @Test
  void theBundledCatalogueComesInWhole() {
    Samples samples = new Samples(Path.of(System.getProperty("aisle.home")));
    ImportSummary summary =
        service.importFiles(samples.require("electronics-search").plan(), new TestControl());
    assertThat(summary.refused()).isEmpty();
    DatasetVersion version = service.require("electronics-search");
    assertThat(version.items()).isEqualTo(19_406);
    assertThat(version.queries()).isEqualTo(135);
    assertThat(samples.require("electronics-search").facts().counts())
        .containsOnly(entry("items", 19_406L), entry("queries", 135L), entry("judgements", 3_668L));
    assertThat(version.judgements()).isEqualTo(3_668);
    assertThat(version.licence()).contains("Icecat").contains("Apache-2.0");
    ItemRow first = service.rows().items(version.id(), 1, 1).getFirst();
    assertThat(first.title()).startsWith("Xerox 006R90321 toner cartridge");
    assertThat(first.attributes())
        .containsEntry("supplier", "Xerox")
        .containsEntry("attr_n_black_toner_page_yield", "23000.0");
    assertThat(service.rows().judgements(version.id(), 1, 1).getFirst().query())
        .isEqualTo("laptop");
  }

  @Test
  void theBundledViewsCartsAndPurchasesComeInWhole() {
    Samples samples = new Samples(Path.of(System.getProperty("aisle.home")));
    ImportSummary summary =
        service.importFiles(samples.require("retailrocket").plan(), new TestControl());
    assertThat(summary.refused()).isEmpty();
    assertThat(summary.taken()).isEqualTo(97_381);
    assertThat(summary.users()).isEqualTo(2_174);
    assertThat(summary.items()).isEqualTo(29_905);
    assertThat(samples.require("retailrocket").facts().counts())
        .containsOnly(entry("rows", 97_381L), entry("users", 2_174L), entry("items", 29_905L));
    DatasetVersion version = service.require("retailrocket");
    assertThat(version.licence()).contains("non-commercial");
    ProfilePart.Funnel funnel =
        (ProfilePart.Funnel) service.statistic(version.id(), Statistic.KINDS, new TestControl());
    assertThat(funnel.kinds())
        .extracting(KindCount::events)
        .containsExactlyInAnyOrder(75_374L, 12_456L, 9_551L);
  }
}
