/** Runs held against each other: intervals, paired tests, verdicts; one protocol at a time. */
package io.aisle.core.comparison;
