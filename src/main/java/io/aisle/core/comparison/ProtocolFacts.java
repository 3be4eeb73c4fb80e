package io.aisle.core.comparison;

import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.run.RunRecord;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a run's protocol says, so that people can be told it, and how two differ. The hash decides
 * whether runs may stand beside each other; this only puts it into words.
 *
 * @param split kind of the split, as in experiment files; "" when the run does not say
 * @param candidates empty: the whole catalogue; a number: so many sampled ones
 * @param excludeSeen whether items of the history are kept out of the lists
 * @param history {@code all} or {@code train}: what users are scored from
 * @param items size of the catalogue
 * @param users evaluated users
 */
public record ProtocolFacts(
    String split,
    OptionalInt candidates,
    boolean excludeSeen,
    String history,
    int items,
    int users) {
  /** What of two protocols is not the same. */
  public enum Difference {
    DATA,
    PREPARE,
    SPLIT,
    CANDIDATES,
    EXCLUDE_SEEN,
    HISTORY,
    /** The hashes differ although all that the runs say is the same. */
    CONTENT
  }

  public static ProtocolFacts of(RunRecord run) {
    Map<?, ?> protocol = section(run, "protocol");
    Object candidates = protocol.get("candidates");
    return new ProtocolFacts(
        Objects.toString(section(run, "split").get("kind"), ""),
        candidates instanceof Number number
            ? OptionalInt.of(number.intValue())
            : OptionalInt.empty(),
        !Boolean.FALSE.equals(protocol.get("excludeSeen")),
        Objects.toString(protocol.get("history"), "all"),
        run.size().items(),
        run.size().evaluated());
  }

  /** What users are scored from. */
  ProtocolSpec.History known() {
    return history.equals("train") ? ProtocolSpec.History.TRAIN : ProtocolSpec.History.ALL;
  }

  /** In what two runs differ; empty exactly when they may stand beside each other. */
  public static Set<Difference> between(RunRecord one, RunRecord other) {
    EnumSet<Difference> found = EnumSet.noneOf(Difference.class);
    boolean sameData = one.dataFingerprint().equals(other.dataFingerprint());
    if (sameData && one.protocolHash().equals(other.protocolHash())) {
      return found;
    }
    if (!sameData) {
      boolean samePrepared = section(one, "prepare").equals(section(other, "prepare"));
      found.add(
          samePrepared || !one.dataset().equals(other.dataset())
              ? Difference.DATA
              : Difference.PREPARE);
    }
    if (!section(one, "split").equals(section(other, "split"))) {
      found.add(Difference.SPLIT);
    }
    ProtocolFacts left = of(one);
    ProtocolFacts right = of(other);
    if (!left.candidates.equals(right.candidates)) {
      found.add(Difference.CANDIDATES);
    }
    if (left.excludeSeen != right.excludeSeen) {
      found.add(Difference.EXCLUDE_SEEN);
    }
    if (!left.history.equals(right.history)) {
      found.add(Difference.HISTORY);
    }
    if (found.isEmpty()) {
      found.add(Difference.CONTENT);
    }
    return found;
  }

  private static Map<?, ?> section(RunRecord run, String name) {
    return run.configuration().get(name) instanceof Map<?, ?> section ? section : Map.of();
  }
}
