package io.aisle.core.dataset;

import io.aisle.domain.data.Catalogue;
import io.aisle.ml.data.Interactions;

/**
 * What an experiment works on: each user's interactions in the order of time, and the names of the
 * users and items that are left.
 */
public record Prepared(Interactions interactions, Catalogue catalogue) {}
