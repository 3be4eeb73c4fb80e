/** What an analyst can hand over when something went wrong, without what belongs to people. */
package io.aisle.core.problem;
