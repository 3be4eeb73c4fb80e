package io.aisle.core.slices;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A slice that a search has looked at and that may be weak.
 *
 * @param conditions one or two
 * @param p that of the least certain of its tests
 * @param evidence how many standard errors its mean is below that of the rest
 */
record Candidate(List<Condition> conditions, double p, double evidence) {
  /** What is the same for conditions that differ in their bounds alone. */
  String kind() {
    return conditions.stream()
        .map(
            each ->
                each.attribute()
                    + each.relation()
                    + (each.relation() == Condition.Relation.IS ? each.low() : ""))
        .collect(Collectors.joining("\n"));
  }

  BitSet members(Map<Condition, Attribute> attributes) {
    BitSet members = attributes.get(conditions.getFirst()).members(conditions.getFirst());
    conditions.stream().skip(1).forEach(each -> members.and(attributes.get(each).members(each)));
    return members;
  }
}
