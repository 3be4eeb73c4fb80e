package io.aisle.core.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class UserWinsTest {
  private static final List<String> USERS = List.of("a", "b", "c", "d", "e");

  @Test
  void usersAreCountedAndTheLargestDifferencesComeFirst() {
    UserWins wins =
        UserWins.of(
            false,
            USERS,
            new double[] {0.5, 1.0, 0.2, Double.NaN, 0.4},
            new double[] {0.4, 0.0, 0.7, 0.1, 0.4},
            1);
    assertThat(wins.better()).isEqualTo(2);
    assertThat(wins.same()).isEqualTo(1);
    assertThat(wins.worse()).isEqualTo(1);
    assertThat(wins.users()).as("a user without a value is left out").isEqualTo(4);
    assertThat(wins.gains()).extracting(UserWins.UserDifference::user).containsExactly("b");
    assertThat(wins.losses()).extracting(UserWins.UserDifference::user).containsExactly("c");
    assertThat(wins.losses().getFirst().difference()).isEqualTo(-0.5, within(1e-12));
  }

  @Test
  void equalDifferencesStayInTheOrderOfTheTable() {
    UserWins wins = UserWins.of(false, USERS, new double[] {1, 1, 1, 1, 1}, new double[5], 3);
    assertThat(wins.gains())
        .extracting(UserWins.UserDifference::user)
        .containsExactly("a", "b", "c");
  }
}
