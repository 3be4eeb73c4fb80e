/**
 * Where a version of a data set comes from, what was made of it, and which runs learned from it.
 */
package io.aisle.core.lineage;
