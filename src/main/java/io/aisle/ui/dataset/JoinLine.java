package io.aisle.ui.dataset;

import io.aisle.domain.data.DatasetVersion;

/**
 * A version that files can be added to.
 *
 * @param name of the version
 * @param count how many of their ids it has, in words
 */
record JoinLine(DatasetVersion version, String name, String count) {}
