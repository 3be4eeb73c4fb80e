package io.aisle.core.dataset;

import java.nio.file.Path;

/**
 * A bundled data set.
 *
 * @param name of its folder, and of the data set it becomes
 * @param title first heading of its {@code ABOUT.md}
 * @param summary first paragraph of its {@code ABOUT.md}
 * @param plan how it is imported
 * @param facts what is told of it before that
 */
public record Sample(
    String name, String title, String summary, Path folder, ImportPlan plan, SampleFacts facts) {
  public Path about() {
    return folder.resolve("ABOUT.md");
  }
}
