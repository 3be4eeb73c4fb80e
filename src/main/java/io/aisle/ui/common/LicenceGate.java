package io.aisle.ui.common;

import io.aisle.core.training.RunFolder;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Asks before rows leave the workspace when the licence of their data restricts that. FX thread
 * only.
 */
public record LicenceGate(Background background, LicenceQuestion question) {
  /**
   * Reads the licence in a job, and goes on when nothing is restricted or the analyst says so.
   *
   * @param title of the job
   * @param dataset name of the run's data, for the question
   */
  public void whenAllowed(String title, RunFolder run, String dataset, Runnable then) {
    whenAllowed(title, run::licence, dataset, then);
  }

  /** As the other, with a licence that may be read from a file. */
  private void whenAllowed(String title, Supplier<String> licence, String name, Runnable then) {
    var unused =
        background.read(
            title,
            control -> licence.get(),
            known -> {
              if (question.allows(name, known)) {
                then.run();
              }
            });
  }

  /**
   * The way out of a view: free where it shows no rows.
   *
   * @param title of the job that reads the licence
   * @param origin where the view comes from now; empty where that is not known
   */
  public RowGate of(String title, Supplier<Optional<ViewOrigin>> origin) {
    return then ->
        origin
            .get()
            .ifPresentOrElse(
                from -> whenAllowed(title, from.licence(), from.sources().getFirst().run(), then),
                then);
  }
}
