package io.aisle.ml.model;

import io.aisle.domain.job.Parallel;
import io.aisle.testkit.Beside;
import io.aisle.testkit.PairCheck;
import org.junit.jupiter.api.Test;

/** The quick sums over fields against all pairs of fields, one by one. */
@Beside
class FmNetworkTest {
  private static void check(int userFields, int itemFields, int factors) {
    FmNetwork network = new FmNetwork(userFields, itemFields, factors, Parallel.SEQUENTIAL);
    new PairCheck(userFields, itemFields, factors + 1, PairCheck.rows(), new int[3])
        .logistic(
            network,
            (user, item, past, weights) ->
                weights.apply("bias")[0] + PairCheck.machine(user, item));
  }

  @Test
  void lossAndGradientsAreThoseOfAllPairsOfFields() {
    check(3, 2, 4);
    check(1, 1, 9);
  }

  @Test
  void withoutFactorsItIsLogisticRegression() {
    check(2, 2, 0);
  }
}
