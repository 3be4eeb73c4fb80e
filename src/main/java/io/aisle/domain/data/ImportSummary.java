package io.aisle.domain.data;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an import took and refused.
 *
 * @param version number of the data set's new version, from 1
 * @param read rows read, without the header
 * @param taken rows that became events, items of a catalogue or grades, and rows of properties,
 *     those among them that {@code properties} counts as not used
 * @param refused rows refused by reason, in the order of the rules
 * @param queries queries that have grades
 * @param judgements graded pairs of query and item
 * @param there queries, triples and reviews of its files that the version which was appended to has
 *     already, so that they were not taken again
 * @param unjoined what of its files does not join
 * @param properties what came of files with a row for each property of an item; empty without such
 *     files, or when they were read before an interruption
 */
public record ImportSummary(
    String dataset,
    int version,
    long read,
    long taken,
    Map<String, Long> refused,
    int users,
    int items,
    int queries,
    long judgements,
    KnowledgeCounts knowledge,
    KnowledgeCounts there,
    List<Unjoined> unjoined,
    Optional<PropertyCounts> properties,
    double seconds) {}
