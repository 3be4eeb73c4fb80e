package io.aisle.core.evaluation;

import io.aisle.domain.data.Catalogue;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.ml.data.SplitData;
import io.aisle.ml.metric.RankingMetrics;
import java.util.stream.IntStream;

/**
 * Seals what makes two runs comparable: the content of the split with the order of each user's
 * rows, its seed, the catalogue, candidates, seen-policy, history and the version of the metric
 * definitions. Paths, titles, the order of users and items in a file, and which metrics at which k
 * are reported, do not change it.
 */
public final class ProtocolHash {
  private ProtocolHash() {}

  /**
   * The hash, SHA-256 in hex.
   *
   * @param spec how the split was made; only the seed of a random one goes in, the parts say the
   *     rest
   * @param catalogue ids of the users and items of the split
   */
  public static String of(
      SplitSpec spec, SplitData split, Catalogue catalogue, ProtocolSpec protocol) {
    int[] users = ContentDigest.sorted(catalogue.users());
    int[] items = ContentDigest.sorted(catalogue.items());
    int[] itemName = ContentDigest.places(items);
    ContentDigest digest = new ContentDigest("aisle protocol 1");
    digest.number(RankingMetrics.VERSION);
    if (spec instanceof SplitSpec.Random random) {
      digest.text("seed").number(random.seed());
    } else {
      digest.text("no seed");
    }
    digest.number(protocol.excludeSeen() ? 1 : 0).text(protocol.history().name());
    digest.number(protocol.candidates().orElse(-1));
    if (protocol.candidates().isPresent()) {
      digest.number(CandidateSampler.VERSION);
      // the sample of a user is drawn by inner numbers: then they are part of the protocol
      digest.texts(catalogue.users(), IntStream.range(0, users.length).toArray());
      digest.texts(catalogue.items(), IntStream.range(0, items.length).toArray());
    }
    digest.texts(catalogue.users(), users).texts(catalogue.items(), items);
    digest.rows(split.train(), users, itemName);
    digest.rows(split.valid(), users, itemName);
    digest.rows(split.test(), users, itemName);
    return digest.hex();
  }
}
