package io.aisle.ui.users;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.training.RunFolder;
import io.aisle.core.users.ItemCard;
import io.aisle.testkit.OddShop;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The list of users in its orders and filters, without a toolkit. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UserListTest {
  @TempDir static Path folder;

  private OddRuns runs;
  private RunItem popularity;
  private RunItem knn;
  private UserList list;

  @BeforeAll
  void train() {
    runs = new OddRuns(folder);
    popularity = runs.train("popularity");
    knn = runs.train("item-knn");
  }

  @BeforeEach
  void open() {
    Background background = OddRuns.background();
    list = new UserList(runs.service(), background, new Texts(Locale.ENGLISH));
    list.list(knn);
  }

  @AfterAll
  void close() {
    runs.close();
  }

  private List<String> shown() {
    return list.shownProperty().get().stream().map(UserRow::user).toList();
  }

  @Test
  void allUsersAreThereInTheChosenOrder() {
    assertThat(shown()).hasSize(OddShop.USERS);
    list.orderProperty().set(UserOrder.WORST);
    assertThat(list.shownProperty().get()).isSortedAccordingTo(UserOrder.WORST.comparator());
    list.orderProperty().set(UserOrder.HEAVY);
    assertThat(list.shownProperty().get().getFirst().history()).isEqualTo(6);
  }

  @Test
  void whatIsTypedFindsIdsAndWhoHadAnItem() {
    list.filterProperty().set("U23");
    assertThat(shown()).hasSize(11).allMatch(user -> user.contains("u23"));
    list.filterProperty().set("i30");
    assertThat(shown()).isNotEmpty().allMatch(user -> user.endsWith("0"));
    assertThat(list.foundProperty().get()).contains("i30");
    list.filterProperty().set("");
    assertThat(shown()).hasSize(OddShop.USERS);
  }

  @Test
  void aGroupNarrowsTheListAndCanBeTakenAway() {
    list.groupProperty().set(new UserGroup("odd", Set.of("u0", "u3", "nobody")));
    assertThat(shown()).containsExactlyInAnyOrder("u0", "u3");
    list.filterProperty().set("u3");
    assertThat(shown()).containsExactly("u3");
    assertThat(list.named("u100")).as("who is not listed is known").isNotNull();
    list.groupProperty().set(null);
    list.filterProperty().set("");
    assertThat(shown()).hasSize(OddShop.USERS);
  }

  @Test
  void onlyThoseWhoAreBetterServedThanByTheOtherRun() {
    list.rivalProperty().set(popularity);
    list.orderProperty().set(UserOrder.BEATS);
    List<UserRow> better = list.shownProperty().get();
    assertThat(better).isNotEmpty().hasSizeLessThan(OddShop.USERS);
    assertThat(better).allMatch(row -> row.gain() > 0);
    assertThat(better).isSortedAccordingTo(UserOrder.BEATS.comparator());
    list.rivalProperty().set(knn);
    assertThat(shown()).as("nobody is better served than by the same run").isEmpty();
  }

  @Test
  void aCardSaysWhatTheRunKnows() {
    ItemCard card = runs.service().card(new RunFolder(knn.path()), "u0", "i6").orElseThrow();
    assertThat(card.facts().category()).isEqualTo("toys");
    assertThat(card.facts().known()).isTrue();
    assertThat(card.facts().users()).isPositive();
    assertThat(runs.service().card(new RunFolder(knn.path()), "u0", "nothing")).isEmpty();
  }
}
