package io.aisle.core.training;

import io.aisle.domain.model.Metric;
import java.util.List;

/**
 * The content of {@code per-user.tsv}: the metrics of every evaluated user at test time.
 *
 * @param users external ids, in the order of the file, which is the same for all runs of one
 *     protocol
 * @param metrics the columns; those that belong to the whole set of lists (coverage) are left out
 * @param values {@code [user][metric]}
 */
public record PerUserTable(List<String> users, List<Metric> metrics, double[][] values) {}
