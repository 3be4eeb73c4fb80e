package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.JudgementRow;
import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.data.Treatment;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files without events: what they are, and which data sets have their ids. */
@Beside
class DescribedFilesTest extends DatasetStore {
  private static final String EVENTS =
      """
      user,item,rating,time
      a,p1,5,2020-01-01
      b,p2,4,2020-01-02
      c,p1,3,2020-01-03
      """;

  private static final String WANDS_PRODUCTS =
      "product_id\tproduct_name\tproduct_class\n7\tsalon chair\tChairs\n8\tdesk\tDesks\n";

  private void imported(String dataset, String yaml, String events) throws IOException {
    service.importFiles(
        ImportPlan.of(
            dataset,
            List.of(file(dataset + ".csv", events)),
            MappingReader.parse(yaml, folder.resolve("mapping.yaml"))),
        new TestControl());
  }

  private DescribedFiles described(Path... files) {
    return service.sort(List.of(files)).described().orElseThrow();
  }

  private List<Joining> joining(DescribedFiles files) {
    return service.joins().of(files.description(), new TestControl());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "ITEMS; sku,title,colour; sku,title",
        "ITEMS; sku,colour; sku",
        "USERS; customer_id,age,town; customer_id",
        "GRADES; query,docid,rating; docid,query,rating",
        "QUERIES; query_id,query,query_class; query_id,query,query_class",
        "TRIPLES; head,relation,tail; head,relation,tail",
        "REVIEWS; user_id,sku,review; user_id,sku,review",
        "ITEMS; 商品编号,商品名称,颜色; 商品编号,商品名称",
        "USERS; Kundennummer,Ort; Kundennummer",
      })
  void aFileIsToldByItsColumns(DescribedFile.Kind kind, String header, String columns)
      throws IOException {
    Path file = file("file.csv", header + "\nx,y,1\n");
    assertThat(described(file).files())
        .extracting(DescribedFile::kind, each -> String.join(",", each.columns()))
        .containsExactly(tuple(kind, columns));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "user,item,rating,time,review",
        "who,sku,order_date,quantity",
        "user,page,session",
        "date,remark,note"
      })
  void whatMayBeEventsIsNot(String header) throws IOException {
    Path file = file("file.csv", header + "\na,b,1,2020-01-01,good\n");
    assertThat(service.sort(List.of(file)).described()).isEmpty();
    assertThat(service.sort(List.of(file)).events()).containsExactly(file);
  }

  @Test
  void theVersionsWithTheIdsAreCounted() throws IOException {
    imported("shop", "", EVENTS);
    imported("other", "", EVENTS.replace("p", "q"));
    imported("half", "", EVENTS.replace("p2", "x2"));
    DescribedFiles items = described(file("items.csv", "item,title\np1,Lamp\np2,Desk\np2,Desk\n"));
    assertThat(joining(items))
        .extracting(each -> each.version().dataset(), Joining::known, Joining::asked)
        .containsExactly(tuple("shop", 2, 2), tuple("half", 1, 2));
    DescribedFiles queries = described(file("queries.csv", "query_id,query\n1,lamp\n"));
    assertThat(joining(queries)).hasSize(3).allMatch(each -> each.asked() == 0);
    assertThat(joining(described(file("u.csv", "user,age\nz,3\n")))).isEmpty();
  }

  @Test
  void pseudonymsAreCountedAndANewKindOfColumnCanBeLeftOut() throws IOException {
    imported("shop", "privacy: {user: hash}\n", EVENTS);
    DescribedFiles users =
        described(
            file("users.csv", "user,email,age\na,ann@example.org,30\nb,bob@example.org,40\n"));
    assertThat(users.personal()).extracting(PersonalColumn::column).containsExactly("email");
    assertThat(joining(users)).extracting(Joining::known).containsExactly(2);
    Description said = users.description().withPrivacy(Map.of("email", Treatment.DROP));
    ImportSummary summary =
        service.append(AppendPlan.of(service.require("shop").id(), said), new TestControl());
    assertThat(summary.version()).isEqualTo(2);
    assertThat(service.attributes(service.require("shop").id()).users().values())
        .containsExactlyInAnyOrder(Map.of("age", "30"), Map.of("age", "40"));
    assertThat(service.plan(service.require("shop").id()).plan()).contains("email: \"drop\"");
  }

  @Test
  void reviewsAloneJoinAVersionWhoseEventsHaveTheSameColumns() throws IOException {
    imported("shop", "", "user,item\na,p1\nb,p2\n");
    DescribedFiles reviews = described(file("r.csv", "user,item,text\na,p1,Good\nb,p9,Bad\n"));
    assertThat(joining(reviews)).extracting(Joining::known).containsExactly(3);
    AppendPlan plan = AppendPlan.of(service.require("shop").id(), reviews.description());
    ImportSummary summary = service.append(plan, new TestControl());
    assertThat(summary.knowledge().reviews()).isEqualTo(1);
    assertThat(service.require("shop").events()).isEqualTo(2);
  }

  @Test
  void wandsIsACatalogueWithGradesByTheIdsOfQueries() throws IOException {
    Path wands = Files.createDirectory(folder.resolve("WANDS"));
    Files.writeString(wands.resolve("product.csv"), WANDS_PRODUCTS);
    Files.writeString(
        wands.resolve("query.csv"),
        "query_id\tquery\tquery_class\n0\tsalon chair\tMassage Chairs\n1\tdesk\tDesks\n");
    Files.writeString(
        wands.resolve("label.csv"),
        "id\tquery_id\tproduct_id\tlabel\n0\t0\t7\tExact\n1\t0\t8\tIrrelevant\n2\t1\t8\tPartial\n"
            + "3\t9\t8\tExact\n");
    DescribedFiles found = described(wands);
    assertThat(found.files())
        .extracting(DescribedFile::kind)
        .containsExactly(
            DescribedFile.Kind.ITEMS, DescribedFile.Kind.GRADES, DescribedFile.Kind.QUERIES);
    assertThat(found.description().begins()).isTrue();
    ImportSummary summary =
        service.importFiles(found.description().plan("wands"), new TestControl());
    assertThat(summary.refused()).containsOnly(Map.entry("missing-query", 1L));
    assertThat(service.rows().judgements(service.require("wands").id(), 1, 5))
        .extracting(JudgementRow::query, JudgementRow::item, JudgementRow::grade)
        .containsExactlyInAnyOrder(
            tuple("salon chair", "7", 2), tuple("salon chair", "8", 0), tuple("desk", "8", 1));
    service.importFiles(
        ImportPlan.of("again", List.of(wands), MappingFile.GUESS), new TestControl());
    assertThat(service.require("again").judgements()).isEqualTo(3);
    assertThat(service.require("again").items()).isEqualTo(2);
  }

  @Test
  void gradesByIdsSayNothingWithoutTheQueries() throws IOException {
    Path labels = file("label.csv", "query_id,product_id,label\n0,7,Exact\n");
    Path items = file("product.csv", WANDS_PRODUCTS);
    assertThat(described(labels, items).left()).containsExactly(labels);
  }

  @Test
  void ofEventsWithACatalogueAndGradesNothingIsLeft() throws IOException {
    FileSorting sorted =
        service.sort(
            List.of(
                file("events.csv", EVENTS),
                file("items.csv", "item,title\np1,Lamp\np9,Desk\n"),
                file("grades.csv", "query,item,grade\nlamp,p1,3\n"),
                file("reviews.csv", "user,item,text\na,p1,Good\n"),
                file("properties.csv", "itemid,property,value\np1,size,3\n")));
    assertThat(sorted.left()).isEmpty();
    assertThat(sorted.beside().further().propertyFiles())
        .containsExactly(folder.resolve("properties.csv"));
    assertThat(sorted.beside().judgements()).isPresent();
    assertThat(sorted.beside().further().reviews()).isPresent();
    List<Path> named =
        Stream.of("events", "items", "grades", "reviews")
            .map(name -> folder.resolve(name + ".csv"))
            .toList();
    ImportSummary summary =
        service.importFiles(ImportPlan.of("all", named, MappingFile.GUESS), new TestControl());
    assertThat(summary.taken()).isEqualTo(summary.read()).isEqualTo(6);
    assertThat(summary.knowledge().reviews()).isEqualTo(1);
  }
}
