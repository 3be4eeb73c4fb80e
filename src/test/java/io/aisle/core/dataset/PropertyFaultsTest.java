package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.core.dataset.profile.QualityCheck;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.Refusal;
import io.aisle.domain.data.Unjoined;
import io.aisle.domain.job.CancelledException;
import io.aisle.store.Versions;
import io.aisle.testkit.Beside;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is odd about files with a row for each property of an item. */
@Beside
class PropertyFaultsTest extends PropertyStore {
  @Test
  void whatCannotBeReadIsRefusedWithItsFileAndReason() throws IOException {
    StringBuilder many = new StringBuilder("timestamp,itemid,property,value\n");
    for (int i = 0; i < 2_001; i++) {
      many.append("1435460400000,355908,p").append(i).append(",x\n");
    }
    ImportSummary summary =
        imported(
            file("events.csv", EVENTS),
            file(
                "part1.csv",
                """
                timestamp,itemid,property,value
                1435460400000,355908,p1,1
                1435460400000,355908,p2,2
                yesterday,355908,p1,2
                ,355908,p1,3
                1435460400000,,p1,4
                1435460400000,355908,,5
                1435460400000,355908,%s,6
                1435460400000,355908
                """
                    .formatted("n".repeat(501))),
            file("part2.csv", many.toString()));
    assertThat(summary.refused())
        .isEqualTo(
            Map.of(
                "short-row", 1L,
                "missing-item", 1L,
                "missing-time", 1L,
                "bad-time", 1L,
                "missing-property", 1L,
                "long-property", 1L,
                "too-many-properties", 1L));
    long version = service.require("set").id();
    assertThat(service.rows().refusals(version, "bad-time", 1, 5))
        .singleElement()
        .isEqualTo(new Refusal("part1.csv", 4, "timestamp", "bad-time", "yesterday,355908,p1,2"));
    assertThat(service.rows().refusals(version, "too-many-properties", 1, 5))
        .singleElement()
        .extracting(Refusal::file, Refusal::row)
        .containsExactly("part2.csv", 2_002L);
    assertThat(summary.taken()).isEqualTo(summary.read() - 7);
    assertThat(items().get("355908").attributes()).hasSize(2_000);
  }

  @Test
  void anItemWithFarTooMuchTextKeepsWhatFits() throws IOException {
    StringBuilder long6 = new StringBuilder("itemid,property,value\n");
    for (int i = 0; i < 3; i++) {
      long6.append("355908,p").append(i).append(',').append("\u0001".repeat(60_000)).append('\n');
    }
    ImportSummary summary =
        imported(
            file("events.csv", EVENTS), file("p.csv", long6.append("355908,size,3\n").toString()));
    assertThat(summary.properties().orElseThrow().left()).isEqualTo(1);
    assertThat(items().get("355908").attributes()).containsOnlyKeys("p0", "p1", "size");
  }

  @Test
  void whoeverCancelsLeavesNothing() throws IOException {
    Path events = file("events.csv", EVENTS);
    Path part = file("part.csv", PART1);
    for (String phase : List.of("properties", "latest-properties")) {
      TestControl control = new TestControl(progress -> progress.phase().equals(phase));
      assertThatExceptionOfType(CancelledException.class)
          .isThrownBy(
              () ->
                  service.importFiles(
                      ImportPlan.of("set", List.of(events, part), MappingFile.GUESS), control));
      assertThat(service.versions()).isEmpty();
      assertThat(folder.resolve("snapshots")).isEmptyDirectory();
    }
  }

  /** Stands for a process that dies. */
  private static final class Death extends Error {
    private static final long serialVersionUID = 1;
  }

  @Test
  void anImportThatDiedAmongTheItemsHasEverythingOnceAfterResuming() throws IOException {
    StringBuilder events = new StringBuilder("user,item\n");
    StringBuilder rows = new StringBuilder("item,property,value\n,size,1\n");
    for (int item = 0; item < 5_000; item++) {
      events.append("a,p").append(item).append('\n');
      rows.append('p').append(item).append(",size,").append(item).append('\n');
    }
    Path[] files = {file("events.csv", events.toString()), file("p.csv", rows.toString())};
    TestControl dying =
        new TestControl(
            progress -> {
              if (progress.phase().equals("latest-properties") && progress.done() == 1) {
                throw new Death();
              }
              return false;
            });
    ImportPlan plan = ImportPlan.of("set", List.of(files), MappingFile.GUESS);
    assertThatExceptionOfType(Death.class).isThrownBy(() -> service.importFiles(plan, dying));
    long version = service.versions().getFirst().id();
    new Versions(database).state(version, DatasetVersion.State.INTERRUPTED);
    ImportSummary summary = service.resume(version, new TestControl());
    assertThat(summary.refused()).isEqualTo(Map.of("missing-item", 1L));
    assertThat(summary.read()).isEqualTo(10_001);
    assertThat(summary.properties().orElseThrow().values()).isEqualTo(5_000);
    assertThat(service.rows().items(version, 1, 6_000))
        .hasSize(5_000)
        .allMatch(row -> row.attributes().equals(Map.of("size", row.item().substring(1))));
  }

  private static TestControl dyingAt(String phase) {
    return new TestControl(
        progress -> {
          if (progress.phase().equals(phase)) {
            throw new Death();
          }
          return false;
        });
  }

  @Test
  void whatIsOddAboutPropertiesIsKnownHoweverLateAnImportDied() throws IOException {
    file("p.csv", PART2);
    file("tree.csv", "categoryid,parentid\n7,\n");
    file("q.csv", "query,id\nlamp,1\n");
    MappingFile mapping =
        MappingReader.readFile(
            file(
                "mapping.yaml",
                """
                queries: {file: q.csv, query: query}
                properties: {files: [p.csv], item: itemid, property: property, value: value,
                  time: timestamp, tree: {file: tree.csv, id: categoryid, parent: parentid}}
                """));
    ImportPlan plan = ImportPlan.of("set", List.of(file("events.csv", EVENTS)), mapping);
    assertThatExceptionOfType(Death.class)
        .isThrownBy(() -> service.importFiles(plan, dyingAt("queries")));
    long version = service.versions().getFirst().id();
    new Versions(database).state(version, DatasetVersion.State.INTERRUPTED);
    for (String phase : List.of("queries", "snapshot")) {
      assertThatExceptionOfType(Death.class)
          .isThrownBy(() -> service.resume(version, dyingAt(phase)));
    }
    ImportSummary summary = service.resume(version, new TestControl());
    assertThat(summary.unjoined())
        .contains(new Unjoined("categories-unknown", 2, 2, List.of("209", "1691")));
    assertThat(service.quality(version, new TestControl()))
        .filteredOn(check -> check.id().equals("join-properties-late"))
        .singleElement()
        .extracting(QualityCheck::count)
        .isEqualTo(2L);
    assertThat(service.quality(version, new TestControl()))
        .filteredOn(check -> check.id().startsWith("join-"))
        .extracting(QualityCheck::id)
        .doesNotHaveDuplicates()
        .contains("join-categories-unknown", "join-items-undescribed");
  }

  @Test
  void timesOfNoFormatAreASentence() throws IOException {
    Path events = file("events.csv", EVENTS);
    Path odd = file("p.csv", "timestamp,itemid,property,value\nsoon,355908,size,3\n");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> imported(events, odd))
        .withMessageContaining("\"timestamp\" of " + odd)
        .withMessageContaining("leave out time under properties");
    assertThat(service.versions()).isEmpty();
  }

  @Test
  void aTreeOfCategoriesGivesPathsByNameWhereItHasThem() throws IOException {
    ImportSummary summary =
        imported(
            file("events.csv", "user,item\na,p1\nb,p2\n"),
            file("p.csv", "item,property,value\np1,category,7\np2,category,99\n"),
            file("tree.csv", "category_id,name,parent_id\n7,Pots,3\n3,Kitchen,\n"));
    assertThat(items().get("p1").category()).isEqualTo("Kitchen/Pots");
    assertThat(items().get("p2").category()).isEqualTo("99");
    assertThat(summary.unjoined())
        .containsExactly(new Unjoined("categories-unknown", 1, 2, List.of("99")));
  }

  @Test
  void personalPropertiesAreNotStored() throws IOException {
    Path events = file("events.csv", "user,item\na,p1\nb,p2\n");
    file("p.csv", "item,property,value\np1,seller,Jane Doe\np1,size,3\n,seller,Jane Roe\n");
    String yaml = "properties: {files: [p.csv], item: item, property: property, value: value}\n";
    mapped("privacy: {seller: drop}\n" + yaml, events);
    assertThat(items().get("p1").attributes()).isEqualTo(Map.of("size", "3"));
    assertThat(service.rows().refusals(service.require("set").id(), "missing-item", 1, 5))
        .extracting(Refusal::rawLine)
        .containsExactly("\tseller\t***");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> mapped("privacy: {sellers: drop}\n" + yaml, events))
        .withMessageContaining("the nearest is \"seller\"");
  }

  @Test
  void aTreeMayBeginWithItsOwnParentOrWithNone() throws IOException {
    Path events = file("events.csv", EVENTS);
    Path part = file("part.csv", PART1);
    imported(events, part, file("tree.csv", "categoryid,parentid\n1338,140\n140,140\n"));
    assertThat(items().get("355908").category()).isEqualTo("140/1338");
    for (String none : List.of("0", "-1")) {
      String tree = "categoryid,parentid\n1338,140\n140,%s\n".formatted(none);
      imported(events, part, file("tree.csv", tree));
      assertThat(items().get("355908").category()).isEqualTo("140/1338");
      imported(events, part, file("tree.csv", tree + none + ",\n"));
      assertThat(items().get("355908").category()).isEqualTo(none + "/140/1338");
    }
  }

  private static final String YAML =
      "properties: {files: [p.csv], item: item, property: property, value: value}\n";

  @Test
  void theColumnsThatSayWhichPropertyAndWhenAreNeitherDroppedNorReplaced() throws IOException {
    Path events = file("events.csv", "user,item\na,p1\n");
    file("p.csv", "item,property,value,since\np1,size,3,2024-05-06\n");
    String timed = YAML.replace("value: value", "value: value, time: since");
    for (String treatment : List.of("drop", "hash")) {
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> mapped("privacy: {property: %s}\n".formatted(treatment) + YAML, events))
          .withMessageContaining("p.csv: the column \"property\" names the properties")
          .withMessageContaining("under privacy by their own names");
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(() -> mapped("privacy: {since: %s}\n".formatted(treatment) + timed, events))
          .withMessageContaining("p.csv: the column \"since\" is the time of properties")
          .withMessageContaining("leave out time under properties");
    }
    assertThat(service.versions()).isEmpty();
    mapped("privacy: {since: drop, property: keep}\n" + YAML, events);
    assertThat(items().get("p1").attributes()).isEqualTo(Map.of("size", "3"));
  }

  @Test
  void aPersonalPropertyIsFoundHoweverLateItComes() throws IOException {
    Path events = file("events.csv", "user,item\na,p1\n");
    file(
        "p.csv",
        "item,property,value\n"
            + "p1,color,red\n".repeat(10_050)
            + "p1,seller_email,a@b.org\n"
            + "p1,size,3\n");
    mapped("privacy: {seller_email: drop}\n" + YAML, events);
    assertThat(items().get("p1").attributes()).isEqualTo(Map.of("color", "red", "size", "3"));
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> mapped("privacy: {seller_email: drop, colour: drop}\n" + YAML, events))
        .withMessageContaining("\"colour\"")
        .withMessageContaining("the nearest is \"color\"");
  }
}
