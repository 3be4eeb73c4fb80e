/** Runs judged: lists made from scorers, their metrics, the sealed protocol and the leak checks. */
package io.aisle.core.evaluation;
