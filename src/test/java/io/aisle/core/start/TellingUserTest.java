package io.aisle.core.start;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.users.UserLine;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whom a first look shows. */
class TellingUserTest {
  private static UserLine user(String name, int history, double value) {
    return new UserLine(name, history, 1, new double[] {9, value}, new byte[0]);
  }

  @Test
  void aClearHitWithAReadableHistoryComesFirst() {
    assertThat(
            TellingUser.of(
                List.of(
                    user("book", 900, 1),
                    user("line", 2, 1),
                    user("good", 18, 0.63),
                    user("missed", 20, 0)),
                1))
        .map(UserLine::user)
        .contains("good");
  }

  @Test
  void withoutAClearHitTheOneServedBestIsShown() {
    assertThat(TellingUser.of(List.of(user("a", 20, 0.29), user("b", 300, 0.43)), 1))
        .map(UserLine::user)
        .contains("b");
  }

  @Test
  void withoutAnyHitThereIsNobody() {
    assertThat(TellingUser.of(List.of(user("a", 20, 0), user("b", 3, Double.NaN)), 1)).isEmpty();
    assertThat(TellingUser.of(List.of(user("a", 20, 1)), -1)).isEmpty();
  }
}
