package io.aisle.core.comparison;

import io.aisle.core.training.DataSeal;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.run.RunRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether the simple models that a neural one has to beat stand beside it, tuned on the same
 * protocol. A gain over a baseline that nobody tuned says little (Ferrari Dacrema and others,
 * 2019).
 *
 * @param needed whether a neural model is compared at all
 * @param tuned baselines that stand there, tuned
 * @param missing those that do not
 * @param leftOut ids of those that cannot be had, with the reason of each
 * @param declined whether the analyst said no
 */
public record Baselines(
    boolean needed,
    List<ModelKind> tuned,
    List<ModelKind> missing,
    Map<String, String> leftOut,
    boolean declined) {
  private static final Set<String> ALWAYS = Set.of("item-knn", "ease", "als");

  /** The simplest model of order; it joins where the split is by order. */
  private static final String BY_ORDER = "markov";

  private static final Set<String> ORDERED = Set.of("leave-last-out", "temporal");

  public Baselines {
    leftOut = new TreeMap<>(leftOut);
  }

  /** What stands among runs of one protocol. */
  public static Baselines of(List<RunRecord> runs) {
    boolean needed = runs.stream().anyMatch(Baselines::isNeural);
    List<ModelKind> tuned = new ArrayList<>();
    List<ModelKind> missing = new ArrayList<>();
    for (ModelKind kind : needed ? wanted(runs.getFirst()) : List.<ModelKind>of()) {
      boolean there = runs.stream().anyMatch(run -> run.model() == kind && run.tuned() != null);
      (there ? tuned : missing).add(kind);
    }
    return new Baselines(needed, tuned, missing, Map.of(), false);
  }

  /** The same with what keeps some away; they count as missing no more. */
  public Baselines leftOut(Map<String, String> reasons) {
    return new Baselines(
        needed,
        tuned,
        missing.stream().filter(kind -> !reasons.containsKey(kind.id())).toList(),
        reasons,
        declined);
  }

  /** The same after the analyst said no. */
  public Baselines declinedByAnalyst() {
    return new Baselines(needed, tuned, missing, leftOut, true);
  }

  public static boolean isNeural(RunRecord run) {
    return run.model() != null && run.model().neural();
  }

  /** The baselines that a neural run of this protocol wants beside it. */
  public static List<ModelKind> wanted(RunRecord run) {
    String split = ProtocolFacts.of(run).split();
    // of given files only the checks can tell: none looks into the future
    return wanted(ORDERED.contains(split) || (split.equals("given") && run.leaks().isEmpty()));
  }

  /**
   * The baselines of a protocol.
   *
   * @param ordered whether the test part comes after the training part
   */
  public static List<ModelKind> wanted(boolean ordered) {
    return Arrays.stream(ModelKind.values())
        .filter(kind -> ALWAYS.contains(kind.id()) || (ordered && kind.id().equals(BY_ORDER)))
        .toList();
  }

  /** Whether a split of this kind puts the test part after the training part. */
  public static boolean isOrdered(String split) {
    return ORDERED.contains(split);
  }

  /** Whether a run can stand in for a baseline under a protocol. */
  public static boolean fits(RunRecord run, ModelKind kind, DataSeal seal) {
    return run.model() == kind && run.tuned() != null && DataSeal.of(run).equals(seal);
  }

  /** What is to be said of it: sentences for a reader, none where no neural model stands. */
  public List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    if (!needed) {
      return sentences;
    }
    if (!tuned.isEmpty()) {
      sentences.add(
          "%s stand%s beside the neural models, tuned on the validation part of the same protocol."
              .formatted(names(tuned), tuned.size() == 1 ? "s" : ""));
    }
    if (!missing.isEmpty()) {
      sentences.add(
          declined
              ? "The analyst declined tuned baselines: no tuned %s stands beside the neural models here, so a gain over simple models is not shown."
                  .formatted(names(missing))
              : "No tuned %s stands beside the neural models here, so a gain over simple models is not shown; compare again with tuned baselines."
                  .formatted(names(missing)));
    }
    leftOut.forEach(
        (id, reason) -> sentences.add("The baseline %s was left out: %s.".formatted(id, reason)));
    return sentences;
  }

  private static String names(List<ModelKind> kinds) {
    List<String> ids = kinds.stream().map(ModelKind::id).toList();
    return ids.size() < 2
        ? String.join("", ids)
        : String.join(", ", ids.subList(0, ids.size() - 1)) + " and " + ids.getLast();
  }
}
