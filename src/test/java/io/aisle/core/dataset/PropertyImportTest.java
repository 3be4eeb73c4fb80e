package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.core.dataset.profile.QualityCheck;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.ItemRow;
import io.aisle.domain.data.PropertyCounts;
import io.aisle.domain.data.Unjoined;
import io.aisle.store.Versions;
import io.aisle.testkit.Beside;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Files with a row for each property of an item, beside events, alone and on top of a version. */
@Beside
class PropertyImportTest extends PropertyStore {
  @Test
  void theLatestValueOfEachPropertyIsTaken() throws IOException {
    ImportSummary summary =
        imported(
            file("events.csv", EVENTS),
            file("item_properties_part1.csv", PART1),
            file("item_properties_part2.csv", PART2),
            file("category_tree.csv", TREE));
    Map<String, ItemRow> items = items();
    assertThat(items.get("355908").category()).isEqualTo("140/213/1338");
    assertThat(items.get("355908").attributes())
        .isEqualTo(Map.of("400", "n552.000 639502 n720.000 424566", "917", "828514"));
    assertThat(items.get("248676").attributes())
        .isEqualTo(Map.of("888", "1116713 960601 n277.200", "790", "n15360.000", "available", "1"));
    assertThat(items.get("318965").category()).isEqualTo("1691");
    assertThat(items.get("253185").attributes()).isEmpty();
    assertThat(items).hasSize(4);
    assertThat(summary.properties())
        .contains(
            new PropertyCounts(
                11,
                0,
                3,
                6,
                7,
                3,
                0,
                1,
                0,
                Instant.ofEpochMilli(1431226800000L),
                Instant.ofEpochMilli(1442113200000L),
                Optional.empty()));
    assertThat(summary.read()).isEqualTo(15);
    assertThat(summary.taken()).isEqualTo(15);
    assertThat(summary.unjoined())
        .containsExactly(
            new Unjoined("items-undescribed", 1, 4, List.of("253185")),
            new Unjoined("items-unused", 1, 4, List.of("460429")),
            new Unjoined("categories-circular", 1, 2, List.of("1691")));
  }

  @Test
  void asOfAMomentWhatCameLaterIsPassedOver() throws IOException {
    file("part1.csv", PART1);
    file("part2.csv", PART2);
    String yaml =
        """
        columns: {user: visitorid, item: itemid, time: timestamp, kind: event}
        kinds: {addtocart: cart}
        properties: {files: [part1.csv, part2.csv], item: itemid, property: property, value: value,
          time: timestamp, asOf: 2015-06-01, title: "917"}
        """;
    ImportSummary summary = mapped(yaml, file("events.csv", EVENTS));
    Map<String, ItemRow> items = items();
    assertThat(items.get("355908").title()).isEqualTo("828513");
    assertThat(items.get("355908").category()).isEqualTo("209");
    assertThat(items.get("248676").attributes())
        .isEqualTo(Map.of("790", "n15360.000", "available", "0"));
    PropertyCounts counts = summary.properties().orElseThrow();
    assertThat(counts.later()).isEqualTo(6);
    assertThat(counts.asOf()).contains(Instant.parse("2015-06-01T00:00:00Z"));
    assertThat(counts.last()).isBefore(Instant.parse("2015-06-01T00:00:00Z"));
    assertThat(quality("join-properties-late")).isEmpty();
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () -> mapped(yaml.replace("2015-06-01", "2014-06-01"), file("events.csv", EVENTS)))
        .withMessageContaining("No property in")
        .withMessageContaining("later asOf");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> mapped(yaml.replace("917", "971"), file("events.csv", EVENTS)))
        .withMessageContaining("has the property \"971\" (the nearest is \"917\")");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () -> mapped(yaml.replace("time: timestamp, asOf", "asOf"), file("e.csv", EVENTS)))
        .withMessageContaining("properties.asOf");
    assertThat(service.versions()).hasSize(1);
  }

  private Optional<QualityCheck> quality(String id) {
    return service.quality(service.require("set").id(), new TestControl()).stream()
        .filter(check -> check.id().equals(id))
        .findFirst();
  }

  @Test
  void whatWasSetAfterTheFirstEventIsPointedOut() throws IOException {
    imported(file("events.csv", EVENTS), file("properties.csv", PART1));
    QualityCheck check = quality("join-properties-late").orElseThrow();
    assertThat(check.count()).isEqualTo(3);
    assertThat(check.of()).isEqualTo(5);
    assertThat(check.examples()).containsExactly("categoryid", "888", "400");
  }

  @Test
  void aMappingSaysTheSameAfterItWasWritten() throws IOException {
    String yaml =
        """
        properties:
          files: [part1.csv, part2.csv]
          item: itemid
          property: property
          value: value
          time: timestamp
          asOf: 2015-06-01 10:00
          title: name
          category: group
          tree: {file: tree.csv, id: categoryid, parent: parentid, name: called}
        """;
    MappingFile read = MappingReader.readFile(file("mapping.yaml", yaml));
    MappingFile again =
        MappingReader.parse(MappingWriter.write(read), folder.resolve("again.yaml"));
    assertThat(again.further()).isEqualTo(read.further());
    assertThat(again.further().files()).hasSize(3);
    assertThat(read.further().properties().orElseThrow().asOf())
        .contains(Instant.parse("2015-06-01T10:00:00Z"));
  }

  @Test
  void withoutTimesTheLastRowOfAPropertyCounts() throws IOException {
    ImportSummary summary =
        imported(
            file("events.csv", "user,item\na,p1\nb,p2\n"),
            file(
                "attributes.tsv",
                """
                product_id\tattribute_name\tattribute_value
                p1\tname\tLamp
                p1\tprice\t12.5
                p1\tprice\t10
                p1\tbrand\tAcme
                p2\tbrand\tOak & Co
                p2\tbrand\t
                p2\tdepartment\tOffice
                """));
    Map<String, ItemRow> items = items();
    assertThat(items.get("p1").title()).isEqualTo("Lamp");
    assertThat(items.get("p1").attributes()).isEqualTo(Map.of("price", "10", "brand", "Acme"));
    assertThat(items.get("p2").category()).isEqualTo("Office");
    assertThat(items.get("p2").attributes()).isEmpty();
    PropertyCounts counts = summary.properties().orElseThrow();
    assertThat(counts.superseded()).isEqualTo(2);
    assertThat(counts.values()).isEqualTo(4);
    assertThat(counts.first()).isNull();
  }

  @Test
  void ofTheSameTimeTheLaterRowCounts() throws IOException {
    imported(
        file("events.csv", EVENTS),
        file(
            "p.csv",
            """
            timestamp,itemid,property,value
            1435460400000,355908,available,1
            1435460400000,355908,available,0
            """));
    assertThat(items().get("355908").attributes()).isEqualTo(Map.of("available", "0"));
  }

  @Test
  void aloneTheyAreACatalogue() throws IOException {
    Path part = file("item_properties_part1.csv", PART1);
    Path tree = file("category_tree.csv", TREE);
    FileSorting sorted = service.sort(List.of(part, tree));
    DescribedFiles said = sorted.described().orElseThrow();
    assertThat(said.left()).isEmpty();
    assertThat(said.description().begins()).isTrue();
    assertThat(said.files())
        .extracting(DescribedFile::kind)
        .containsExactly(DescribedFile.Kind.PROPERTIES, DescribedFile.Kind.CATEGORIES);
    ImportSummary summary = service.importFiles(said.description().plan("set"), new TestControl());
    assertThat(summary.items()).isEqualTo(3);
    assertThat(summary.properties().orElseThrow().others()).isZero();
    assertThat(items().get("355908").category()).isEqualTo("140/213/1338");
    assertThat(summary.unjoined()).isEmpty();
    assertThat(service.rows().items(service.require("set").id(), 1, 9))
        .extracting(ItemRow::item)
        .containsExactly("355908", "248676", "460429");
    Path bad = file("bad.csv", "item,property,value\n,size,3\n");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () ->
                service.importFiles(
                    ImportPlan.of("bad", List.of(bad), MappingFile.GUESS), new TestControl()))
        .withMessageContaining("All 1 rows of " + bad + " were refused");
    assertThat(service.versions()).hasSize(1);
  }

  @Test
  void whatLiesBesideRetailrocketsEventsIsTakenUnasked() throws IOException {
    file("item_properties_part1.csv", PART1);
    file("item_properties_part2.csv", PART2);
    file("category_tree.csv", TREE);
    ImportSummary summary = imported(file("events.csv", EVENTS));
    assertThat(summary.properties().orElseThrow().read()).isEqualTo(11);
    assertThat(items().get("355908").category()).isEqualTo("140/213/1338");
  }

  @Test
  void theyComeOnTopOfAVersionAndDescribeWhatIsAppendedLater() throws IOException {
    imported(file("events.csv", EVENTS));
    Path part = file("more.csv", PART2);
    ImportSummary summary = append(part);
    assertThat(summary.version()).isEqualTo(2);
    assertThat(items().get("318965").category()).isEqualTo("1691");
    ImportSummary again =
        append(
            file(
                "later.csv",
                "timestamp,visitorid,event,itemid,transactionid\n1443221332117,1,view,460429,\n"),
            file("part1.csv", PART1));
    assertThat(again.version()).isEqualTo(3);
    assertThat(items().get("460429").attributes()).isEqualTo(Map.of("888", "1154859"));
    assertThat(items().get("355908").attributes()).containsEntry("917", "828513");
    append(
        file(
            "last.csv",
            "timestamp,visitorid,event,itemid,transactionid\n1443221332118,1,view,9,\n"));
    assertThat(service.require("set").version()).isEqualTo(4);
    Path strange = file("strange.csv", "itemid,property,value\n1,size,3\n");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> append(strange))
        .withMessageContaining("speaks of a user or an item");
  }

  @Test
  void whatItemsOfALaterAppendHaveCorrectedStays() throws IOException {
    imported(file("events.csv", EVENTS), file("properties.csv", PART1));
    append(file("fix.csv", "itemid,title,917\n355908,Lamp,CORRECTED\n"));
    append(
        file(
            "later.csv",
            "timestamp,visitorid,event,itemid,transactionid\n1443221332117,1,view,248676,\n"));
    assertThat(service.require("set").version()).isEqualTo(3);
    Map<String, ItemRow> items = items();
    assertThat(items.get("355908").attributes()).containsEntry("917", "CORRECTED");
    assertThat(items.get("355908").title()).isEqualTo("Lamp");
    assertThat(items.get("248676").attributes()).containsEntry("790", "n15360.000");
  }

  private ImportSummary append(Path... files) {
    return service.append(
        new AppendPlan(service.require("set").id(), List.of(files), Optional.empty(), false),
        new TestControl());
  }

  @Test
  void anImportThatWasInterruptedGoesOn() throws IOException {
    imported(file("events.csv", EVENTS), file("item_properties_part1.csv", PART1));
    DatasetVersion version = service.require("set");
    new Versions(database).state(version.id(), DatasetVersion.State.INTERRUPTED);
    ImportSummary summary = service.resume(version.id(), new TestControl());
    assertThat(summary.properties()).isEmpty();
    assertThat(summary.unjoined())
        .containsExactly(
            new Unjoined("items-undescribed", 2, 4, List.of("318965", "253185")),
            new Unjoined("items-unused", 1, 3, List.of("460429")));
    assertThat(items().get("355908").category()).isEqualTo("1338");
  }

  @Test
  void timesAreReadAsTheMappingSaysWhereThatFits() throws IOException {
    file("p.csv", "item,property,value,time\np1,size,1,05/06/2024\np1,size,2,02/07/2024\n");
    String yaml =
        """
        columns: {user: user, item: item, time: time}
        properties: {files: [p.csv], item: item, property: property, value: value, time: time}
        """;
    Path events = file("events.csv", "user,item,time\na,p1,01/02/2024\nb,p1,03/02/2024\n");
    mapped(yaml + "time: {format: M/d/yyyy}\n", events);
    assertThat(items().get("p1").attributes()).isEqualTo(Map.of("size", "1"));
    ImportSummary summary = mapped(yaml + "time: {format: d/M/yyyy}\n", events);
    assertThat(items().get("p1").attributes()).isEqualTo(Map.of("size", "2"));
    assertThat(summary.properties().orElseThrow().last()).isEqualTo("2024-07-02T00:00:00Z");
    file("p.csv", "item,property,value,time\np1,size,1,2024-06-05\np1,size,2,2024-02-07\n");
    mapped(yaml + "time: {format: d/M/yyyy}\n", events);
    assertThat(items().get("p1").attributes()).isEqualTo(Map.of("size", "1"));
  }

  @Test
  void oneFileTellsHowTheOthersWriteTheirTimes() throws IOException {
    Path events = file("events.csv", "user,item\na,p1\n");
    String head = "item,property,value,time\n";
    Path open = file("part1.csv", head + "p1,size,1,05/06/2024\n");
    imported(events, open, file("part2.csv", head + "p1,size,2,13/05/2024\n"));
    assertThat(items().get("p1").attributes()).isEqualTo(Map.of("size", "1"));
    Path other = file("part2.csv", head + "p1,size,2,2024-05-13\np1,size,3,2024-04-13\n");
    imported(events, open, other);
    assertThat(items().get("p1").attributes()).isEqualTo(Map.of("size", "2"));
  }
}
