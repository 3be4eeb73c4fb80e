package io.aisle.core.about;

/**
 * Something that the program is built on.
 *
 * @param id Maven's group and artifact, such as {@code com.h2database:h2}
 * @param licence SPDX names where there are some; several apart by a semicolon, at choice
 * @param page where it lives
 */
public record Library(String id, String name, String version, String licence, String page) {}
