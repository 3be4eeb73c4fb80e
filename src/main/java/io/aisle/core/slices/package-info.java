/** Groups of users for whom a run does worse than for the others. */
package io.aisle.core.slices;
