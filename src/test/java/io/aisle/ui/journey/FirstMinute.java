package io.aisle.ui.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.ui.comparison.CompareRow;
import io.aisle.ui.users.ListedItem;
import java.time.Duration;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;

/** What a first minute on Online Retail must have brought, however it was driven. */
final class FirstMinute {
  static final Duration LIMIT = Duration.ofMinutes(4);

  private final WorkbenchDriver driver;

  FirstMinute(WorkbenchDriver driver) {
    this.driver = driver;
  }

  /** Waits for the page of samples. */
  void awaitSamples() {
    driver.await("the samples", LIMIT, () -> all("#sample-online-retail").size() == 1);
    driver.await(
        "the start page", LIMIT, () -> driver.scene().getRoot().lookup("#start").isVisible());
  }

  /** Waits until the guide says that all is done; the seconds it took by its own clock. */
  void awaitEnd() {
    driver.await("the end", LIMIT, () -> text("guideHeading").endsWith(": done"));
  }

  void assertWhatTheStepsSay() {
    assertThat(text("step-import"))
        .contains("391,150 events", "4,334 users", "3,659 items", "150,759 rows refused");
    assertThat(text("step-quality")).contains("need attention", "no customer", "135,080");
    assertThat(text("step-train").lines())
        .hasSize(3)
        .allMatch(line -> line.matches(".+: NDCG@10 0\\.\\d{4} in .+"));
    assertThat(text("step-compare"))
        .startsWith("EASE leads: NDCG@10 0.1")
        .contains("Clearly behind", "Item-KNN", "Popularity")
        .doesNotContain("Too close");
    assertThat(text("step-user")).containsPattern("[123] of 3 lists have what came next");
  }

  @SuppressWarnings("unchecked")
  void awaitUserWithHit() {
    driver.await("three lists", LIMIT, () -> all("#lists .model-list").size() == 3);
    driver.await("a hit in view", LIMIT, () -> hits() > 0);
    driver.await(
        "ten items in each list",
        LIMIT,
        () ->
            all("#lists .model-list").stream()
                .allMatch(list -> ((ListView<ListedItem>) list).getItems().size() == 10));
  }

  @SuppressWarnings("unchecked")
  private long hits() {
    return all("#lists .model-list .list-cell").stream()
        .map(cell -> (ListCell<ListedItem>) cell)
        .filter(cell -> cell.getItem() != null && cell.getItem().hit())
        .count();
  }

  @SuppressWarnings("unchecked")
  void awaitComparison() {
    TableView<CompareRow> rows = driver.node("compareRows", TableView.class);
    driver.await("the comparison", LIMIT, () -> rows.getItems().size() == 3);
    assertThat(rows.getItems())
        .extracting(CompareRow::name)
        .containsExactly("EASE", "Item-KNN", "Popularity");
    assertThat(rows.getItems())
        .allSatisfy(
            row -> {
              assertThat(row.interval().low()).isLessThan(row.interval().mean());
              assertThat(row.interval().high()).isGreaterThan(row.interval().mean());
            });
  }

  String text(String id) {
    return WorkbenchDriver.fx(
        () ->
            driver.scene().getRoot().lookup("#" + id) instanceof Labeled labeled
                ? labeled.getText()
                : "");
  }

  Set<Node> all(String selector) {
    return driver.all(selector);
  }
}
