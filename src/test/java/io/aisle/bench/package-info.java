/** Speed of the Java kernels one by one, measured by JMH; started by {@code src/build/jmh}. */
package io.aisle.bench;
