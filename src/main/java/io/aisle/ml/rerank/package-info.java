/** Changes lists after a model has made them, and measures what they expose. */
package io.aisle.ml.rerank;
