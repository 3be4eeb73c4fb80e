/** Files and workspaces of a size that no sample has, and what is measured and broken with them. */
package io.aisle.testkit.large;
