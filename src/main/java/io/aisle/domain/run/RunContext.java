package io.aisle.domain.run;

/**
 * What a run is given besides its parameters.
 *
 * @param seed all randomness of the run derives from it
 * @param device where neural models compute
 * @param threads CPU threads, at least 1
 */
public record RunContext(long seed, Device device, int threads) {}
