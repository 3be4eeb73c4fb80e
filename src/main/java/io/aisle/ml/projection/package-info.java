/** Vectors drawn in the plane, and two sets of vectors brought over each other. */
package io.aisle.ml.projection;
