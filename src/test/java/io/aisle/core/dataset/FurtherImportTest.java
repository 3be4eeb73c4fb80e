package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.core.dataset.profile.QualityCheck;
import io.aisle.domain.InputException;
import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.KnowledgeCounts;
import io.aisle.domain.data.Unjoined;
import io.aisle.store.QueryAccess;
import io.aisle.store.Versions;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Queries, triples, reviews, users and pictures beside events, and what of them does not join. */
@Beside
class FurtherImportTest extends DatasetStore {
  private static final String EVENTS =
      """
      user,item,rating,time
      a,p1,5,2020-01-01
      b,p2,4,2020-01-02
      c,p1,3,2020-01-03
      """;

  private ImportSummary imported(Path... files) {
    return service.importFiles(
        ImportPlan.of("set", List.of(files), MappingFile.GUESS), new TestControl());
  }

  private ImportSummary imported(String mapping, Path... files) throws IOException {
    MappingFile read = MappingReader.readFile(file("mapping.yaml", mapping));
    return service.importFiles(ImportPlan.of("set", List.of(files), read), new TestControl());
  }

  private List<List<Object>> rows(String sql) {
    List<List<Object>> rows = new ArrayList<>();
    var request =
        new QueryAccess.Request(sql, service.require("set").id(), 0, 1000, Duration.ofSeconds(20));
    try (QueryAccess access = new QueryAccess(database);
        var query = access.prepare(request, List::of)) {
      query.run();
      while (query.next()) {
        rows.add(Arrays.asList(query.row()));
      }
    }
    return rows;
  }

  @Test
  void aFileOfQueriesIsADataSetOfItsOwn() {
    Path file = Path.of("src/test/resources/import-formats/wands-queries.tsv").toAbsolutePath();
    ImportSummary summary = imported(file);
    assertThat(summary.knowledge()).isEqualTo(new KnowledgeCounts(60, 0, 0));
    assertThat(summary.unjoined()).isEmpty();
    assertThat(service.require("set").trainable()).isFalse();
    assertThat(rows("select * from queries order by seq limit 2"))
        .containsExactly(
            List.of(1L, "0", "salon chair", "Massage Chairs"),
            List.of(2L, "1", "smart coffee table", "Coffee & Cocktail Tables"));
  }

  @Test
  void filesThatAreNamedTogetherAreToldByTheirShape() throws IOException {
    ImportSummary summary =
        imported(
            file("events.csv", EVENTS),
            file("items.csv", "item,title,category\np1,Lamp,Light\np9,Desk,Office\n"),
            file("users.csv", "user,age\na,30\nz,40\n"),
            file("queries.tsv", "query_id\tquery\n1\tlamp\n"),
            file(
                "facts.tsv",
                "head\trelation\ttail\np1\tmade_by\tacme\nacme\tin\tUK\nq7\tin\tUK\n"));
    assertThat(summary.taken()).isEqualTo(3);
    assertThat(summary.knowledge()).isEqualTo(new KnowledgeCounts(1, 3, 0));
    assertThat(summary.unjoined())
        .containsExactly(
            new Unjoined("items-undescribed", 1, 2, List.of("p2")),
            new Unjoined("items-unused", 1, 2, List.of("p9")),
            new Unjoined("users-undescribed", 2, 3, List.of("b", "c")),
            new Unjoined("users-unused", 1, 2, List.of("z")),
            new Unjoined("heads-of-triples", 1, 3, List.of("q7")),
            new Unjoined("items-without-triples", 1, 2, List.of("p2")));
    assertThat(service.attributes(service.require("set").id()).users().get("a"))
        .containsEntry("age", "30");
    List<QualityCheck> quality = service.quality(service.require("set").id(), new TestControl());
    assertThat(quality)
        .filteredOn(check -> check.id().equals("join-heads-of-triples"))
        .singleElement()
        .satisfies(
            check -> {
              assertThat(check.severity()).isEqualTo(QualityCheck.Severity.WARN);
              assertThat(check.examples()).containsExactly("q7");
              assertThat(check.where()).isInstanceOf(QualityCheck.Outside.class);
            });
  }

  @Test
  void whatJoinsIsNotSpokenOf() throws IOException {
    ImportSummary summary =
        imported(
            file("events.csv", EVENTS),
            file("items.csv", "item,title\np1,Lamp\np2,Desk\n"),
            file("facts.tsv", "head\trelation\ttail\np1\tgoes_with\tp2\np2\tin\toffice\n"));
    assertThat(summary.unjoined()).isEmpty();
    assertThat(service.quality(service.require("set").id(), new TestControl()))
        .noneMatch(check -> check.id().startsWith("join-"));
  }

  @Test
  void triplesAreMadeOfWhatIsSaidOfItemsOnRequest() throws IOException {
    file("items.csv", "id,name,group,maker\np1,Lamp,Light|Home,Acme\np2,Desk,,Oak & Co\n");
    ImportSummary summary =
        imported(
            """
            items: {file: items.csv, id: id, title: name, category: group}
            triples: {attributes: [category, maker]}
            """,
            file("events.csv", EVENTS));
    assertThat(summary.knowledge().triples()).isEqualTo(4);
    assertThat(rows("select head, relation, tail from triples order by seq"))
        .containsExactly(
            List.of("p1", "has_category", "Light"),
            List.of("p1", "has_category", "Home"),
            List.of("p1", "has_maker", "Acme"),
            List.of("p2", "has_maker", "Oak & Co"));
  }

  @Test
  void reviewsOfUnknownUsersAndItemsAreLeftOutAndCounted() throws IOException {
    file(
        "reviews.csv",
        "who,what,stars,when,head,words\n"
            + "a,p1,5,2020-02-01,Good,It shines.\n"
            + "z,p1,1,2020-02-01,Bad,It broke.\n"
            + "b,p7,2,2020-02-01,,Wrong one.\n"
            + "c,p1,3,2020-02-03,,\n");
    ImportSummary summary =
        imported(
            "reviews: {file: reviews.csv, user: who, item: what, rating: stars, time: when, title:"
                + " head, text: words}\n",
            file("events.csv", EVENTS));
    assertThat(summary.knowledge().reviews()).isEqualTo(1);
    assertThat(summary.unjoined())
        .containsExactly(
            new Unjoined("users-of-reviews", 1, 3, List.of("z")),
            new Unjoined("items-of-reviews", 1, 2, List.of("p7")));
    assertThat(rows("select user_id, item_id, rating, headline, review from reviews"))
        .containsExactly(Arrays.asList("a", "p1", 5.0, "Good", "It shines."));
  }

  @Test
  void amazonsReviewsKeepTheirTexts() throws IOException {
    ImportSummary summary =
        imported(
            file(
                "Gift_Cards.json",
                """
                {"overall": 5.0, "reviewerID": "A1", "asin": "B1", "reviewText": "Good gift", "summary": "Five", "unixReviewTime": 1229644800}
                {"overall": 4.0, "reviewerID": "A2", "asin": "B1", "unixReviewTime": 1229472000}
                """));
    assertThat(summary.taken()).isEqualTo(2);
    assertThat(summary.knowledge().reviews()).isEqualTo(1);
    assertThat(rows("select user_id, headline, review, year(time) from reviews"))
        .containsExactly(List.of("A1", "Five", "Good gift", 2008L));
  }

  @Test
  void movieLens100kBringsUsersAndGenreFlags() throws IOException {
    file("u.user", "1|24|M|technician|85711\n2|53|F|other|94043\n9|30|M|writer|T8H1N\n");
    String flags = "|0|0|0|1|1|1" + "|0".repeat(13);
    file(
        "u.item",
        "10|Toy Story (1995)|01-Jan-1995||http://us.imdb.com/M/title-exact?Toy%20Story%20(1995)"
            + flags
            + "\n11|GoldenEye (1995)|01-Jan-1995|||0|1"
            + "|0".repeat(17)
            + "\n");
    ImportSummary summary =
        imported(file("u.data", "1\t10\t5\t881250949\n2\t11\t3\t891717742\n1\t11\t4\t878887116\n"));
    assertThat(summary.taken()).isEqualTo(3);
    DatasetVersion version = service.require("set");
    var items = service.rows().items(version.id(), 1, 5);
    assertThat(items.getFirst().title()).isEqualTo("Toy Story (1995)");
    assertThat(items.getFirst().category()).isEqualTo("Animation|Children|Comedy");
    assertThat(items.getLast().category()).isEqualTo("Action");
    assertThat(service.attributes(version.id()).users().get("2"))
        .containsEntry("Gender", "F")
        .containsEntry("Occupation", "other");
    assertThat(summary.unjoined())
        .containsExactly(new Unjoined("users-unused", 1, 3, List.of("9")));
  }

  @Test
  void picturesThatAreNotThereAreCounted() throws IOException {
    file("lamp.jpg", "no picture, but there");
    file("items.csv", "id,name,photo\np1,Lamp,lamp.jpg\np2,Desk,desk.jpg\np3,Cup,\n");
    ImportSummary summary =
        imported(
            "items: {file: items.csv, id: id, title: name, image: photo}\n",
            file("events.csv", EVENTS));
    assertThat(summary.unjoined()).contains(new Unjoined("pictures", 1, 2, List.of("desk.jpg")));
  }

  @Test
  void aMappingIsWrittenAsItWasRead() throws IOException {
    String yaml =
        """
        items: {file: items.csv, id: id, image: photo}
        queries: {file: q.tsv, id: query_id, query: query, category: query_class}
        triples: {file: kg.tsv, head: h, relation: r, tail: t, attributes: [category]}
        reviews: {user: u, item: i, rating: s, time: w, title: x, text: y}
        """;
    MappingFile read = MappingReader.readFile(file("mapping.yaml", yaml));
    MappingFile again =
        MappingReader.parse(MappingWriter.write(read), folder.resolve("again.yaml"));
    assertThat(again.further()).isEqualTo(read.further());
    assertThat(again.further().files()).hasSize(2);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () -> imported("triples: {file: kg.tsv, head: h}\n", file("events.csv", EVENTS)))
        .withMessageContaining("relation");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(
            () -> imported("queries: {file: none.tsv, query: q}\n", file("events.csv", EVENTS)))
        .withMessageContaining("none.tsv");
    assertThat(service.versions()).isEmpty();
  }

  @Test
  void anImportThatWasReadButNotFinishedHasEverythingOnceAfterResuming() throws IOException {
    imported(file("events.csv", EVENTS), file("facts.tsv", "head\trelation\ttail\np1\tin\tUK\n"));
    DatasetVersion version = service.require("set");
    new Versions(database).state(version.id(), DatasetVersion.State.INTERRUPTED);
    ImportSummary summary = service.resume(version.id(), new TestControl());
    assertThat(summary.knowledge().triples()).isEqualTo(1);
    assertThat(summary.unjoined()).hasSize(1);
    service.remove(version.id());
    assertThat(service.versions()).isEmpty();
  }

  @Test
  void ofFilesThatAreDroppedTogetherUsersQueriesAndTriplesAreFound() throws IOException {
    Path events = file("events.csv", EVENTS);
    Path notes = file("notes.csv", "date,remark\n2020-01-01,nothing\n");
    FileSorting sorted =
        service.sort(
            List.of(
                notes,
                events,
                file("users.csv", "user,age\na,30\n"),
                file("queries.tsv", "query_id\tquery\n1\tlamp\n"),
                file("facts.tsv", "head\trelation\ttail\np1\tin\tUK\n")));
    assertThat(sorted.events()).containsExactly(events);
    assertThat(sorted.left()).containsExactly(notes);
    assertThat(sorted.beside().users()).isPresent();
    ImportSummary summary =
        service.importFiles(
            ImportPlan.of("set", sorted.events(), MappingFile.GUESS).with(sorted.beside()),
            new TestControl());
    assertThat(summary.knowledge()).isEqualTo(new KnowledgeCounts(1, 1, 0));
  }

  @Test
  void aCleanedVersionKeepsWhatItsUsersAndItemsHave() throws IOException {
    file("reviews.csv", "user,item,text\na,p1,Good\nb,p2,Fine\n");
    imported(
        "reviews: {file: reviews.csv, user: user, item: item, text: text}\n"
            + "triples: {attributes: [category]}\n"
            + "columns: {user: user, item: item, value: rating, time: time, category: group}\n",
        file(
            "events.csv",
            "user,item,rating,time,group\na,p1,5,2020-01-01,Light\nb,p2,4,2020-01-02,Wood\n"));
    DatasetVersion version = service.require("set");
    CleaningStep step =
        new CleaningStep.Range(ColumnRole.VALUE, OptionalDouble.of(5), OptionalDouble.of(5));
    service.cleaning().apply(version.id(), List.of(step), new TestControl());
    assertThat(service.require("set").version()).isEqualTo(2);
    assertThat(rows("select user_id, review from reviews")).containsExactly(List.of("a", "Good"));
    assertThat(rows("select head from triples order by seq"))
        .containsExactly(List.of("p1"), List.of("p2"));
  }
}
