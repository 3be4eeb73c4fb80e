package io.aisle.ui.common;

import io.aisle.core.training.RunFolder;

/**
 * Asks before rows of a run leave the workspace when the licence of its data restricts that. FX
 * thread only.
 */
public record RunLicence(Background background, LicenceQuestion question) {
  /**
   * Reads the licence in a job, and goes on when nothing is restricted or the analyst says so.
   *
   * @param title of the job
   * @param dataset name of the run's data, for the question
   */
  public void whenAllowed(String title, RunFolder run, String dataset, Runnable then) {
    var unused =
        background.read(
            title,
            control -> run.licence(),
            licence -> {
              if (question.allows(dataset, licence)) {
                then.run();
              }
            });
  }
}
