/**
 * Loops over dense arrays that decide how fast a model is: vectorised, each beside a naive test.
 */
package io.aisle.ml.kernel;
