/** Which items a model holds for alike, drawn as a map, and how that differs between two runs. */
package io.aisle.core.neighbours;
