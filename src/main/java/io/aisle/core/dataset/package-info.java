/**
 * Data sets: files become events, events become a stored version with a snapshot, a version becomes
 * interactions. Files are read through one parser whether they are imported or read for a run.
 */
package io.aisle.core.dataset;
