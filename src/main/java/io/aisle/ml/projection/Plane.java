package io.aisle.ml.projection;

/**
 * Points of a plane.
 *
 * @param x {@code [points]}
 * @param y {@code [points]}
 * @param kept share of the variance that the plane keeps, 0 to 1; NaN where the method knows none
 */
public record Plane(double[] x, double[] y, double kept) {}
