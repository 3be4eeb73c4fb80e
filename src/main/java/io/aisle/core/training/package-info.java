/**
 * From an experiment file to a run folder: reading, preparing, training, and what is kept of it.
 */
package io.aisle.core.training;
