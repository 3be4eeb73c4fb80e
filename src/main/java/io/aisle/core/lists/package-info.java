/** Makes runs from finished runs: re-ranked by rules, or several combined into one. */
package io.aisle.core.lists;
