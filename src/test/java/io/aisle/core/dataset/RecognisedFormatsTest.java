package io.aisle.core.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.data.ImportSummary;
import io.aisle.testkit.Beside;
import io.aisle.testkit.DatasetStore;
import io.aisle.testkit.FirstRatings;
import io.aisle.testkit.TestControl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Files of known formats are imported with no word about them; the samples are in {@link
 * io.aisle.ui.dataset.DroppedSamplesTest}.
 */
@Beside
class RecognisedFormatsTest extends DatasetStore {
  private ImportSummary imported(Path... files) {
    return service.importFiles(
        ImportPlan.of("set", List.of(files), MappingFile.GUESS), new TestControl());
  }

  private ImportSummary imported(String name, String content) throws IOException {
    return imported(Files.writeString(folder.resolve(name), content));
  }

  /** Number of events of each kind of the newest version. */
  private Map<EventKind, Long> kinds() {
    byte[] kinds = service.load(service.require("set").id(), new TestControl()).kind();
    return IntStream.range(0, kinds.length)
        .mapToObj(i -> EventKind.values()[kinds[i]])
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private EventTable events() {
    return service.load(service.require("set").id(), new TestControl());
  }

  @Test
  void rees46() throws IOException {
    Path file = Path.of("src/test/resources/import-formats/rees46-sample.csv").toAbsolutePath();
    ImportSummary summary = imported(file);
    assertThat(summary.read()).isEqualTo(1_000);
    assertThat(summary.taken()).isEqualTo(1_000);
    assertThat(kinds().keySet()).isSubsetOf(EventKind.VIEW, EventKind.CART, EventKind.PURCHASE);
    assertThat(service.require("set").firstTime()).hasToString("2019-10-01T00:00:00Z");
  }

  @Test
  void movieLensOfBefore2014() throws IOException {
    Files.writeString(
        folder.resolve("movies.dat"), "31::Dangerous Minds (1995)::Drama\n", FirstRatings.LATIN);
    ImportSummary dat = imported("ratings.dat", FirstRatings.separatedBy("::", 300));
    assertThat(dat.taken()).isEqualTo(300);
    assertThat(events().catalogue().titles()).contains("Dangerous Minds (1995)");
    assertThat(kinds()).containsOnlyKeys(EventKind.RATING);
    assertThat(imported("u.data", FirstRatings.separatedBy("\t", 300)).taken()).isEqualTo(300);
  }

  @Test
  void recBoleWithItsItemsAndUsers() throws IOException {
    Files.writeString(
        folder.resolve("ml.item"),
        "item_id:token\tmovie_title:token_seq\tclass:token_seq\n31\tDangerous Minds\tDrama\n");
    Files.writeString(folder.resolve("ml.user"), "user_id:token\tage:token\n1\t24\n");
    String header = "user_id:token\titem_id:token\trating:float\ttimestamp:float\n";
    ImportSummary summary = imported("ml.inter", header + FirstRatings.separatedBy("\t", 200));
    assertThat(summary.taken()).isEqualTo(200);
    assertThat(events().catalogue().titles()).contains("Dangerous Minds");
    assertThat(service.attributes(service.require("set").id()).users().get("1"))
        .containsEntry("age:token", "24");
  }

  @Test
  void behaviourInWordsAndInCodes() throws IOException {
    assertThat(
            imported(
                    "UserBehavior.csv",
                    "1,2268318,2520377,pv,1511544070\n1,2333346,2520771,buy,1511561733\n"
                        + "2,2576651,149192,cart,1511572885\n2,3830808,4181361,fav,1511593493\n")
                .taken())
        .isEqualTo(4);
    assertThat(kinds())
        .containsOnlyKeys(EventKind.VIEW, EventKind.PURCHASE, EventKind.CART, EventKind.OTHER);
    assertThat(imported("c.csv", "1,22,25,1,1511544070\n1,23,25,4,1511561733\n").taken())
        .isEqualTo(2);
    assertThat(kinds()).containsOnlyKeys(EventKind.VIEW, EventKind.PURCHASE);
    imported(
        "mobile.csv",
        "user_id,item_id,behavior_type,user_geohash,item_category,time\n"
            + "98047837,232431562,1,,4245,2014-12-06 02\n"
            + "97726136,383583590,3,,5894,2014-12-09 20\n");
    assertThat(kinds()).containsOnlyKeys(EventKind.VIEW, EventKind.CART);
    assertThat(service.require("set").firstTime()).hasToString("2014-12-05T18:00:00Z");
  }

  @Test
  void amazonReviews() throws IOException {
    ImportSummary old =
        imported(
            "Gift_Cards.json",
            """
            {"overall": 5.0, "verified": true, "reviewTime": "12 19, 2008", "reviewerID": "A1", "asin": "B001GXRQW0", "style": {"Gift Amount:": " 50"}, "reviewText": "Good", "summary": "Five", "unixReviewTime": 1229644800}
            {"overall": 4.0, "verified": false, "reviewerID": "A2", "asin": "B001GXRQW0", "unixReviewTime": 1229472000}
            """);
    assertThat(old.taken()).isEqualTo(2);
    assertThat(events().value()).containsExactly(5f, 4f);
    ImportSummary recent =
        imported(
            "Gift_Cards.jsonl",
            """
            {"rating": 5.0, "title": "Nice", "text": "Good", "images": [], "asin": "B00IX1I3G6", "parent_asin": "B00IX1I3G7", "user_id": "AH", "timestamp": 1549866158332, "helpful_vote": 0, "verified_purchase": true}
            """);
    assertThat(recent.taken()).isEqualTo(1);
    assertThat(events().catalogue().titles()).containsExactly("");
    assertThat(events().catalogue().items()).containsExactly("B00IX1I3G7");
    assertThat(service.require("set").firstTime()).hasToString("2019-02-11T06:22:38.332Z");
  }

  @Test
  void criteoRowsSayWhatIsMissing() {
    String numbers = "\t1".repeat(12) + "\t";
    String hashes = "\t68fd1e64".repeat(25) + "\t";
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> imported("train.txt", ("0" + numbers + hashes + "\n").repeat(3)))
        .withMessageContaining("Criteo rows")
        .withMessageContaining("neither users nor items");
  }

  /** The same ratings, whatever they are written in, are the same data set. */
  @ParameterizedTest
  @EnumSource(FirstRatings.Writing.class)
  void theWritingMakesNoDifference(FirstRatings.Writing writing) throws IOException {
    imported("plain.csv", FirstRatings.csv(400));
    DatasetVersion plain = service.require("set");
    ImportSummary summary = imported(FirstRatings.write(writing, folder, 400));
    assertThat(summary.read()).isEqualTo(400);
    assertThat(summary.refused()).isEmpty();
    assertThat(service.require("set").fingerprint()).isEqualTo(plain.fingerprint());
  }

  @Test
  void severalFilesAndAFolderOfParts() throws IOException {
    Path parts = Files.createDirectories(folder.resolve("parts/day=1")).getParent();
    List<String> lines = Arrays.asList(FirstRatings.csv(100).split("\n"));
    String first = String.join("\n", lines.subList(0, 51)) + "\n";
    String second = lines.getFirst() + "\n" + String.join("\n", lines.subList(51, 101)) + "\n";
    Path one = Files.writeString(parts.resolve("day=1/a.csv"), first);
    Path two = Files.writeString(parts.resolve("b.csv"), second.replace(",", ";"));
    Files.writeString(parts.resolve("notes.csv"), "date,remark\n2020-01-01,nothing\n");
    assertThat(imported(parts).read()).isEqualTo(100);
    assertThat(imported(one, two).read()).isEqualTo(100);
  }

  @Test
  void aFolderOfSeveralKindsOfEventsIsAskedAbout() throws IOException {
    Path mixed = Files.createDirectory(folder.resolve("mixed"));
    Files.writeString(mixed.resolve("a.csv"), "user,item,time\nu,i,2020-01-01\n");
    Files.writeString(mixed.resolve("b.csv"), "user,item,stars\nu,i,3\n");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> imported(mixed))
        .withMessageContaining("holds several kinds of events (a.csv, b.csv)");
  }
}
