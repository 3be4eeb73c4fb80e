package io.aisle.core.comparison;

import io.aisle.core.training.RunFolder;
import io.aisle.domain.job.CancelSignal;
import java.util.List;

/**
 * How far the lists of each two runs agree, mean over the users.
 *
 * @param runs the order of rows and columns
 * @param depth places that the overlap looks at
 * @param overlap {@code [run][run]} share of the items that both list, 0 to 1
 * @param rankBiased {@code [run][run]} rank-biased overlap of the whole stored lists, 0 to 1; see
 *     {@link RankAgreement}
 */
public record Agreement(
    List<RunFolder> runs, int depth, double[][] overlap, double[][] rankBiased) {
  static Agreement of(StoredLists stored, int depth, CancelSignal cancel) {
    int runs = stored.lists().length;
    double[][] overlap = new double[runs][runs];
    double[][] rankBiased = new double[runs][runs];
    for (int one = 0; one < runs; one++) {
      for (int other = one; other < runs; other++) {
        cancel.check();
        int[][] left = stored.lists()[one];
        int[][] right = stored.lists()[other];
        overlap[one][other] = RankAgreement.overlap(left, right, depth);
        overlap[other][one] = overlap[one][other];
        rankBiased[one][other] = RankAgreement.rankBiased(left, right);
        rankBiased[other][one] = rankBiased[one][other];
      }
    }
    return new Agreement(stored.runs(), depth, overlap, rankBiased);
  }
}
