package io.aisle.core.about;

import java.nio.file.Path;

/**
 * A bundled data set and what it may be used for.
 *
 * @param licence as its {@code ABOUT.md} says, without markup
 * @param source who made it
 * @param about the file that says it all
 */
public record SampleLicence(String title, String licence, String source, Path about) {}
