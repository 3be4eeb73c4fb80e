package io.aisle.core.job;

import java.util.Map;

/**
 * What a worker says first. It is said before any native library is loaded; the device truly used
 * is part of an operation's result.
 *
 * @param pid its process id
 * @param device the device it was started for, such as {@code auto}, {@code cpu}, {@code cuda:0}
 * @param threads the threads it was granted
 * @param versions of Java, the system and its processor, by name
 */
public record WorkerHello(long pid, String device, int threads, Map<String, String> versions) {}
