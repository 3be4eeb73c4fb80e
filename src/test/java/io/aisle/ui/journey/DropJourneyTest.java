package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.data.ItemRow;
import io.aisle.testkit.FirstRatings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxToolkit;

/**
 * Files of each format that is known are dropped on the window and imported as they stand: no
 * column is chosen by hand. The samples are in {@link io.aisle.ui.dataset.DroppedSamplesTest}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DropJourneyTest {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  @TempDir static Path folder;
  private static WorkbenchDriver driver;

  @BeforeAll
  static void open() throws Exception {
    var unused = FxToolkit.registerPrimaryStage();
    driver = new WorkbenchDriver(folder.resolve("workspace"));
    driver.show(new WorkbenchDriver.Answers());
    driver.await("the window", LIMIT, () -> find("content").isPresent());
  }

  @AfterAll
  static void close() {
    driver.close();
  }

  @Test
  @Order(2)
  void rees46() {
    Path file = Path.of("src/test/resources/import-formats/rees46-sample.csv").toAbsolutePath();
    FileDropper.drop(driver.scene().getRoot(), List.of(file));
    assertThat(imported("rees46-sample").events()).isEqualTo(1_000);
  }

  @Test
  @Order(3)
  void movieLensOfBefore2014AsSeveralFiles() throws IOException {
    Path ratings = write("ml/ratings.dat", FirstRatings.separatedBy("::", 50));
    Path movies = write("ml/movies.dat", "31::Dangerous Minds (1995)::Drama\n");
    Path users = write("ml/users.dat", "1::F::1::10::48067\n");
    FileDropper.drop(driver.scene().getRoot(), List.of(movies, users, ratings));
    DatasetVersion made = imported("movies");
    assertThat(made.events()).isEqualTo(50);
    assertThat(title(made, "31")).isEqualTo("Dangerous Minds (1995)");
    assertThat(driver.services().datasets().attributes(made.id()).users()).containsKey("1");
  }

  @Test
  @Order(4)
  void recBoleByItsFolder() throws IOException {
    String header = "user_id:token\titem_id:token\trating:float\ttimestamp:float\n";
    write("box/box.inter", header + FirstRatings.separatedBy("\t", 50));
    write("box/box.item", "item_id:token\tmovie_title:token_seq\n31\tDangerous Minds\n");
    write("box/box.user", "user_id:token\tage:token\n1\t24\n");
    write("box/box.kg", "head_id:token\trelation_id:token\ttail_id:token\nm.1\tgenre\tm.2\n");
    write("box/box.link", "item_id:token\tentity_id:token\n31\tm.1\n");
    FileDropper.drop(driver.scene().getRoot(), List.of(folder.resolve("box")));
    DatasetVersion made = imported("box");
    assertThat(made.events()).isEqualTo(50);
    assertThat(title(made, "31")).isEqualTo("Dangerous Minds");
  }

  @ParameterizedTest
  @Order(5)
  @CsvSource(
      delimiter = '|',
      value = {
        "behaviour.csv | 1,2268318,2520377,pv,1511544070~2,2576651,149192,cart,1511572885~",
        "codes.csv | 1,22,25,1,1511544070~1,23,25,4,1511561733~",
        "mobile.csv | user_id,item_id,behavior_type,user_geohash,item_category,time~"
            + "9,2,1,,4245,2014-12-06 02~9,3,3,,5894,2014-12-09 20~",
        "cards.json |"
            + " {\"overall\":5.0,\"reviewerID\":\"A1\",\"asin\":\"B1\",\"unixReviewTime\":1229644800}~"
            + "{\"overall\":4.0,\"reviewerID\":\"A2\",\"asin\":\"B1\",\"unixReviewTime\":1229472000}~",
        "cards.jsonl |"
            + " {\"rating\":5.0,\"title\":\"Nice\",\"text\":\"Good\",\"asin\":\"B\",\"parent_asin\":\"B7\","
            + "\"user_id\":\"AH\",\"timestamp\":1549866158332}~{\"rating\":5.0,\"title\":\"\",\"text\":\"\",\"asin\":\"B\","
            + "\"parent_asin\":\"B7\",\"user_id\":\"AI\",\"timestamp\":1549866158332}~",
        "till.csv | 用户编号,商品编号,行为,时间~1,2,浏览,2024-01-05~1,2,购买,2024-01-06~",
      })
  void aFileOfAKnownFormat(String name, String lines) throws IOException {
    Path file = write(name.replace(".", "/x."), lines.replace('~', '\n'));
    Path named = Files.move(file, file.getParent().resolveSibling(name));
    FileDropper.drop(driver.scene().getRoot(), List.of(named));
    assertThat(imported(name.substring(0, name.indexOf('.'))).events()).isEqualTo(2);
  }

  @Test
  @Order(6)
  void wandsByItsFolder() throws IOException {
    write("wands/product.csv", "product_id\tproduct_name\n7\tsalon chair\n8\tdesk\n");
    write("wands/query.csv", "query_id\tquery\tquery_class\n0\tsalon chair\tMassage Chairs\n");
    write("wands/label.csv", "id\tquery_id\tproduct_id\tlabel\n0\t0\t7\tExact\n1\t0\t8\tPartial\n");
    FileDropper.drop(driver.scene().getRoot(), List.of(folder.resolve("wands")));
    DatasetVersion made = imported("wands");
    assertThat(made.items()).isEqualTo(2);
    assertThat(made.judgements()).isEqualTo(2);
  }

  @Test
  @Order(7)
  void rowsWithoutUsersAndItemsSayWhatIsMissing() throws IOException {
    String row = "0" + "\t1".repeat(13) + "\t68fd1e64".repeat(26) + "\n";
    FileDropper.drop(driver.scene().getRoot(), List.of(write("day_0.txt", row.repeat(3))));
    driver.await("the sentence", LIMIT, () -> text("importProblem").contains("Criteo"));
    driver.fire("importCancel");
  }

  @Test
  @Order(8)
  void aCatalogueIsAddedToTheDataSetThatHasItsIds() throws IOException {
    Path items =
        write(
            "films.csv",
            "movieId,title,contact_phone\n31,Minds,+49 30 1234567\n1029,Dumbo,+49 30 7654321\n");
    FileDropper.drop(driver.scene().getRoot(), List.of(items));
    driver.await("the form", LIMIT, () -> find("describedJoins").isPresent());
    ListView<?> joins = driver.node("describedJoins", ListView.class);
    driver.await("the counts", LIMIT, () -> joins.getItems().size() >= 2);
    assertThat(find("described-personal-contact_phone")).isPresent();
    DatasetVersion before = newest("movies").orElseThrow();
    WorkbenchDriver.fx(
        () -> {
          joins.getSelectionModel().select(row(joins.getItems(), before));
          return null;
        });
    driver.look("described-catalogue");
    assertThat(text("describedAppend")).contains("movies v1");
    driver.fire("describedAppend");
    driver.await("the new one", LIMIT, () -> newest("movies").orElseThrow().version() == 2);
    assertThat(title(newest("movies").orElseThrow(), "31")).isEqualTo("Minds");
    assertThat(before.events()).isEqualTo(newest("movies").orElseThrow().events());
  }

  @Test
  @Order(9)
  void retailrocketByItsFolderWithThePropertiesOfItsItems() throws IOException {
    write(
        "rocket/events.csv",
        "timestamp,visitorid,event,itemid,transactionid\n"
            + "1433221332117,257597,view,355908,\n1433224214164,992329,addtocart,248676,\n");
    Path properties =
        write(
            "rocket/item_properties_part1.csv",
            "timestamp,itemid,property,value\n1435460400000,355908,categoryid,1338\n"
                + "1431226800000,355908,categoryid,9\n1435460400000,248676,available,0\n"
                + "1435460400000,248676,888,1116713 960601 n277.200\n");
    Path tree = write("rocket/category_tree.csv", "categoryid,parentid\n1338,140\n140,\n");
    FileDropper.drop(driver.scene().getRoot(), List.of(folder.resolve("rocket")));
    assertThat(category(imported("rocket"), "355908")).isEqualTo("140/1338");
    driver.look("properties-taken");
    FileDropper.drop(driver.scene().getRoot(), List.of(properties, tree));
    DatasetVersion alone = imported("item_properties_part1");
    assertThat(alone.items()).isEqualTo(2);
    assertThat(category(alone, "355908")).isEqualTo("140/1338");
    driver.look("properties-alone");
  }

  private static int row(List<?> joins, DatasetVersion version) {
    return IntStream.range(0, joins.size())
        .filter(i -> joins.get(i).toString().contains("movies v" + version.version()))
        .findFirst()
        .orElseThrow();
  }

  /** Goes through the form without a choice. */
  private static DatasetVersion imported(String name) {
    driver.await(
        "the form of " + name, LIMIT, () -> isShown("importNext") || isShown("describedImport"));
    if (isShown("describedImport")) {
      driver.look("described-" + name);
      driver.fire("describedImport");
    } else {
      driver.fire("stepCheck");
      driver.await("the verdict", LIMIT, () -> !text("importVerdict").isEmpty());
      driver.look("import-" + name);
      driver.fire("importStart");
    }
    driver.await("the data set " + name, LIMIT, () -> newest(name).isPresent());
    return newest(name).orElseThrow();
  }

  private static Optional<DatasetVersion> newest(String name) {
    return driver.services().datasets().newest(name);
  }

  private static String title(DatasetVersion version, String item) {
    return String.valueOf(item(version, item).title());
  }

  private static String category(DatasetVersion version, String item) {
    return String.valueOf(item(version, item).category());
  }

  private static ItemRow item(DatasetVersion version, String item) {
    return driver.services().datasets().rows().items(version.id(), 1, version.items()).stream()
        .filter(row -> row.item().equals(item))
        .findFirst()
        .orElseThrow();
  }

  private static Path write(String name, String content) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private static Optional<Node> find(String id) {
    return Optional.ofNullable(driver.find("#" + id));
  }

  private static boolean isShown(String id) {
    return find(id).filter(Controls::isShown).isPresent();
  }

  private static String text(String id) {
    return WorkbenchDriver.fx(
        () ->
            find(id).orElse(null) instanceof Labeled label && label.getText() != null
                ? label.getText()
                : "");
  }
}
