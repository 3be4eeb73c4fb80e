package io.aisle.domain.run;

/**
 * What lists put before their users. NaN where nothing can be said.
 *
 * @param depth places of each list that count
 * @param popularity mean training interactions of a listed item, mean over the users
 * @param popularityLift the same divided by that of the users' histories; 1: as popular
 * @param gini how unevenly the places fall on the items of the catalogue; 0: each as often, towards
 *     1: all on few
 * @param coverage share of the catalogue that stands in some list, 0 to 1
 * @param longTail share of the places that items of the long tail have, 0 to 1; the long tail is
 *     the least popular items that together have a fifth of the training interactions
 * @param categoryEntropy entropy in bits of the places over the categories; an item of several
 *     counts for each in equal parts, one of none not at all
 */
public record Exposure(
    int depth,
    double popularity,
    double popularityLift,
    double gini,
    double coverage,
    double longTail,
    double categoryEntropy) {}
