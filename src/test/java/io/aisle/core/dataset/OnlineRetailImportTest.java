package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.Refusal;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.ml.data.Interactions;
import io.aisle.store.Database;
import io.aisle.testkit.Beside;
import io.aisle.testkit.TestControl;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@Beside
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OnlineRetailImportTest {
  /** SHA-256 over the published preparation of this data set, see {@link #digest}. */
  private static final String PUBLISHED =
      "af3ae40237084148167ed40716559692f82f8f999ccb0e383b808c5906cdc5dc";

  private Database database;
  private DatasetService service;
  private Sample sample;
  private ImportSummary summary;
  private DatasetVersion version;

  @BeforeAll
  void importTheSample(@TempDir Path workspace) {
    database = Database.open(workspace.resolve("store"));
    service = new DatasetService(database, workspace.resolve("snapshots"));
    sample = new Samples(Path.of(System.getProperty("aisle.home"))).require("online-retail");
    summary = service.importFiles(sample.plan(), new TestControl());
    version = service.require("online-retail");
  }

  @AfterAll
  void close() {
    database.close();
  }

  @Test
  void everyLineIsTakenOrCountedUnderItsReason() {
    assertThat(summary.read()).isEqualTo(541_909);
    assertThat(summary.taken()).isEqualTo(391_150);
    assertThat(summary.refused())
        .containsExactly(
            entry("no-customer", 135_080L),
            entry("cancelled", 8_905L),
            entry("not-a-product", 1_554L),
            entry("zero-price", 33L),
            entry("duplicate", 5_187L));
    assertThat(version.refused()).isEqualTo(summary.refused());
    assertThat(version.state()).isEqualTo(DatasetVersion.State.COMPLETE);
    assertThat(version.events()).isEqualTo(391_150);
    assertThat(version.firstTime()).hasToString("2010-12-01T08:26:00Z");
    assertThat(version.lastTime()).hasToString("2011-12-09T12:50:00Z");
  }

  @Test
  void refusedLinesStandInQuarantineAsInTheFile() {
    List<Refusal> cancelled = service.rows().refusals(version.id(), "cancelled", 1, 2);
    assertThat(cancelled.getFirst())
        .isEqualTo(
            new Refusal(
                "transactions.csv.gz",
                143,
                "InvoiceNo",
                "cancelled",
                "C536379,D,Discount,-1,2010-12-01 09:41:00,27.5,14527,United Kingdom"));
    assertThat(service.rows().refusals(version.id(), null, 135_080, 3))
        .extracting(Refusal::reason)
        .containsExactly("no-customer", "cancelled", "cancelled");
  }

  @Test
  void eventsArePagedWithTitles() {
    assertThat(service.rows().events(version.id(), 1, 2))
        .extracting(row -> row.seq() + " " + row.user() + " " + row.item() + " " + row.title())
        .containsExactly(
            "1 17850 85123A WHITE HANGING HEART T-LIGHT HOLDER",
            "2 17850 71053 WHITE METAL LANTERN");
    assertThat(service.rows().events(version.id(), 391_150, 10)).hasSize(1);
  }

  @Test
  void preparationGivesThePublishedInteractions() {
    Prepared prepared =
        Preparer.prepare(
            service.load(version.id(), new TestControl()),
            new PrepareSpec(
                Set.of(EventKind.PURCHASE), OptionalDouble.empty(), PrepareSpec.Repeats.FIRST, 5));
    assertThat(prepared.interactions().size()).isEqualTo(264_510);
    assertThat(prepared.interactions().users()).isEqualTo(4_074);
    assertThat(prepared.interactions().items()).isEqualTo(3_145);
    assertThat(digest(prepared)).isEqualTo(PUBLISHED);
  }

  @Test
  void filesReadWithoutTheStoreGiveTheSameEvents() {
    FileEvents.Result read =
        FileEvents.read(
            new DatasetSpec.Files(
                Optional.of(sample.folder().resolve("transactions.csv.gz")),
                sample.plan().mapping(),
                Optional.empty(),
                Optional.empty()),
            new TestControl());
    EventTable stored = service.load(version.id(), new TestControl());
    assertThat(read.events().catalogue()).isEqualTo(stored.catalogue());
    assertThat(read.events().user()).isEqualTo(stored.user());
    assertThat(read.events().item()).isEqualTo(stored.item());
    assertThat(read.events().millis()).isEqualTo(stored.millis());
    assertThat(read.events().price()).isEqualTo(stored.price());
    assertThat(read.refused()).isEqualTo(summary.refused());
  }

  /** SHA-256 over lines "user item item ..." in the order of users' ids, items in that of time. */
  private static String digest(Prepared prepared) {
    Interactions data = prepared.interactions();
    List<String> lines = new ArrayList<>();
    for (int u = 0; u < data.users(); u++) {
      StringBuilder line = new StringBuilder(prepared.catalogue().users().get(u));
      for (int item : data.row(u)) {
        line.append(' ').append(prepared.catalogue().items().get(item));
      }
      lines.add(line.append('\n').toString());
    }
    lines.sort(null);
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      lines.forEach(line -> sha.update(line.getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  /** What the publishers' file is known to hold is what the quality list says. */
  @Test
  void theQualityListSaysWhatIsKnownOfTheFile() {
    Map<String, Long> counts = new HashMap<>();
    service
        .quality(version.id(), new TestControl())
        .forEach(check -> counts.put(check.id(), check.count()));
    assertThat(counts)
        .containsEntry("no-user", 135_080L)
        .containsEntry("not-a-product", 1_554L)
        .containsEntry("old", 0L)
        .containsEntry("future", 0L)
        .containsEntry("clock", 0L)
        .containsEntry("leaks", 0L)
        .containsEntry("languages", 0L)
        .containsEntry("untouched", 0L)
        .containsEntry("shared-sessions", 0L)
        .doesNotContainKeys("order", "no-category");
  }
}
