/**
 * What a data set looks like: its profile, its quality, and the events that a look picks out. All
 * of it is computed from the columns of a snapshot; nothing here reads the store.
 */
package io.aisle.core.dataset.profile;
