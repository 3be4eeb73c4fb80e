package io.aisle.core.comparison;

import io.aisle.core.training.RunFolder;

/**
 * What a run's stored lists are like, whether they are right or not. NaN where nothing can be said:
 * there are no lists, or the run does not report it.
 *
 * @param depth length of the lists that were looked at
 * @param coverage share of the catalogue that stands in some list, 0 to 1, as the run reports it
 * @param novelty mean surprise of a listed item in bits, as the run reports it
 * @param diversity mean distance of the items of a list, 0 to 1; see {@link ListDiversity}
 * @param gini how unevenly the places of all lists fall on the items of the catalogue; 0: each item
 *     as often, towards 1: all places on few
 * @param popularityLift how much more popular the listed items are than those of the histories; 1:
 *     as popular
 * @param calibration how far the categories of a list are from those of its user's history; 0: the
 *     same mix; NaN without categories; see {@link CategoryCalibration}
 * @param overlap share of the reference's list that the run lists too, mean over the users, 0 to 1;
 *     1 for the reference
 */
public record BeyondAccuracy(
    RunFolder run,
    int depth,
    double coverage,
    double novelty,
    double diversity,
    double gini,
    double popularityLift,
    double calibration,
    double overlap) {}
