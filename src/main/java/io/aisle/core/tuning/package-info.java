/** Searches for parameters on the validation part, and the tuned baselines of comparisons. */
package io.aisle.core.tuning;
