/**
 * Cleaning as steps: a version of a data set becomes another one, step by step, with counts before
 * and after each. The version that was cleaned stays as it was.
 */
package io.aisle.core.dataset.cleaning;
