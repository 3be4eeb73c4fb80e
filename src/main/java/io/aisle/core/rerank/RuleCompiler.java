package io.aisle.core.rerank;

import io.aisle.core.dataset.Nearest;
import io.aisle.domain.InputException;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.experiment.RerankRule;
import io.aisle.ml.data.Feature;
import io.aisle.ml.data.Interactions;
import io.aisle.ml.rerank.CoOccurrence;
import io.aisle.ml.rerank.Likeness;
import io.aisle.ml.rerank.PlaceSteps;
import io.aisle.ml.rerank.RankStep;
import io.aisle.ml.rerank.Reranker;
import io.aisle.ml.rerank.ScoreSteps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Makes steps of rules. For one list of rules over one catalogue. */
public final class RuleCompiler {
  private final Catalogue catalogue;
  private final Categories categories;
  private final List<Feature> attributes;
  private final Interactions known;
  private final List<RankStep> steps = new ArrayList<>();
  private final boolean[] blocked;
  private boolean blocks;
  private int depth;

  /**
   * @param attributes of the items that the run reads; empty when it reads none
   * @param known the interactions that lists are made from, which say how old items are and which
   *     go together
   */
  public RuleCompiler(Catalogue catalogue, List<Feature> attributes, Interactions known) {
    this.catalogue = catalogue;
    this.categories = Categories.of(catalogue);
    this.attributes = attributes;
    this.known = known;
    this.blocked = new boolean[catalogue.items().size()];
  }

  /**
   * @throws InputException naming the rule and the nearest known id when an item or category is
   *     unknown, when the data lack what a rule reads, or when nothing is left to list
   */
  public Reranker compile(List<RerankRule> rules) {
    for (RerankRule rule : rules) {
      add(rule);
    }
    if (blocks && IntStream.range(0, blocked.length).allMatch(item -> blocked[item])) {
      throw new InputException(
          "the rules block all %d items; leave some to recommend".formatted(blocked.length));
    }
    for (RerankRule rule : rules) {
      if (rule instanceof RerankRule.Pin pin && blocked[item(rule, pin.item())]) {
        throw new InputException(
            "one rule pins the item '%s' and another blocks it; leave one of them out"
                .formatted(pin.item()));
      }
    }
    return new Reranker(steps, blocks ? blocked : new boolean[0], depth);
  }

  private void add(RerankRule rule) {
    switch (rule) {
      case RerankRule.Mmr mmr -> {
        depth = Math.max(depth, mmr.depth());
        steps.add(PlaceSteps.diverse(mmr.lambda(), mmr.depth(), likeness(mmr)));
      }
      case RerankRule.Freshness fresh -> {
        requireTimes();
        float[] newness =
            ScoreSteps.newness(blocked.length, known.item(), known.time(), fresh.halfLifeDays());
        steps.add(ScoreSteps.mix(newness, fresh.weight()));
      }
      case RerankRule.CategoryCap cap -> {
        depth = Math.max(depth, 2 * cap.within());
        steps.add(PlaceSteps.cap(counted(cap), cap.most(), cap.within()));
      }
      case RerankRule.Pin pin -> {
        depth = Math.max(depth, pin.rank());
        steps.add(PlaceSteps.pin(item(pin, pin.item()), pin.rank() - 1));
      }
      case RerankRule.Block block -> {
        blocks = true;
        meant(block, block.item(), block.category()).forEach(item -> blocked[item] = true);
      }
      case RerankRule.Boost boost -> {
        float[] factor = new float[blocked.length];
        Arrays.fill(factor, 1);
        meant(boost, boost.item(), boost.category())
            .forEach(item -> factor[item] = (float) boost.factor());
        steps.add(ScoreSteps.boost(factor));
      }
    }
  }

  private Likeness likeness(RerankRule.Mmr mmr) {
    return switch (mmr.alike()) {
      case CATEGORY -> {
        requireCategories(mmr);
        yield Likeness.jaccard(categories.ofItem());
      }
      case ATTRIBUTES -> Likeness.jaccard(attributeValues());
      case CO_OCCURRENCE -> new CoOccurrence(known);
    };
  }

  /** The values of all attributes of each item, numbered through. */
  private int[][] attributeValues() {
    if (attributes.isEmpty()) {
      throw new InputException(
          "the rule mmr compares attributes, but this run reads none; write alike: category or"
              + " alike: co-occurrence");
    }
    int[][] values = new int[blocked.length][];
    for (int item = 0; item < values.length; item++) {
      IntStream all = IntStream.empty();
      int first = 0;
      for (Feature feature : attributes) {
        int base = first;
        all =
            IntStream.concat(
                all,
                Arrays.stream(feature.value(), feature.offsets()[item], feature.offsets()[item + 1])
                    .map(value -> base + value));
        first += feature.values().size();
      }
      values[item] = all.toArray();
    }
    return values;
  }

  private int[][] counted(RerankRule.CategoryCap cap) {
    requireCategories(cap);
    if (cap.category().isEmpty()) {
      return categories.ofItem();
    }
    int only = category(cap, cap.category());
    return IntStream.range(0, blocked.length)
        .mapToObj(item -> categories.has(item, only) ? new int[] {only} : new int[0])
        .toArray(int[][]::new);
  }

  private IntStream meant(RerankRule rule, String item, String category) {
    if (!item.isEmpty()) {
      return IntStream.of(item(rule, item));
    }
    requireCategories(rule);
    int wanted = category(rule, category);
    return IntStream.range(0, blocked.length).filter(each -> categories.has(each, wanted));
  }

  private int item(RerankRule rule, String id) {
    int at = catalogue.items().indexOf(id);
    if (at < 0) {
      throw new InputException(
          "the rule %s names the item '%s', which the run does not have; the nearest known is '%s'"
              .formatted(rule.kind(), id, nearest(id, catalogue.items())));
    }
    return at;
  }

  private int category(RerankRule rule, String name) {
    int at = categories.names().indexOf(name);
    if (at < 0) {
      throw new InputException(
          "the rule %s names the category '%s', which the run does not have; the nearest known is '%s'"
              .formatted(rule.kind(), name, nearest(name, categories.names())));
    }
    return at;
  }

  private static String nearest(String id, List<String> known) {
    return Nearest.of(id, known, 1).getFirst();
  }

  private void requireCategories(RerankRule rule) {
    if (categories.names().isEmpty()) {
      throw new InputException(
          "the rule %s reads categories, but the items of this run have none; import items with a category"
              .formatted(rule.kind()));
    }
  }

  private void requireTimes() {
    if (!known.hasTimes() || known.size() == 0) {
      throw new InputException(
          "the rule freshness reads times, but the interactions of this run have none; leave the"
              + " rule out");
    }
  }
}
