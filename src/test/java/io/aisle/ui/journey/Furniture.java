package io.aisle.ui.journey;

import io.aisle.app.Services;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.job.Job;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.training.ExperimentReader;
import io.aisle.domain.job.JobOutcome;
import io.aisle.testkit.FirstWeeks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Furnishes a workspace: a real sample, imported, and models trained on it in real workers. */
final class Furniture {
  private static final int MINUTES = 10;

  private final Services services;
  private final Path scratch;

  /**
   * @param scratch where experiment files go
   */
  Furniture(Services services, Path scratch) {
    this.services = services;
    this.scratch = scratch;
  }

  void importSample(String name) {
    take(name, services.samples().require(name).plan());
  }

  /** Imports the first purchases of the gift shop under its name. */
  void importFirstWeeks(int lines) throws IOException {
    Path file = scratch.resolve("first-weeks.csv");
    Files.write(file, FirstWeeks.lines(lines));
    ImportPlan whole = services.samples().require("online-retail").plan();
    take(
        whole.dataset(),
        new ImportPlan(
            whole.dataset(),
            List.of(file),
            whole.mapping(),
            whole.items(),
            whole.users(),
            whole.licence()));
  }

  private void take(String name, ImportPlan plan) {
    done(
        services
            .jobs()
            .submit(
                name, JobNeeds.LIGHT, control -> services.datasets().importFiles(plan, control)));
  }

  /**
   * Trains at the same time and waits for all.
   *
   * @param models in the notation of an experiment file, such as {@code {kind: ease}}
   */
  void train(String dataset, String split, String training, String... models) throws IOException {
    List<Job<?>> jobs = new ArrayList<>();
    for (String model : models) {
      Path file = scratch.resolve("furniture.yaml");
      String kind = model.replaceAll(".*kind: ([a-z-]+).*", "$1");
      Files.writeString(
          file,
          "name: %s\ndataset: %s\nsplit: {kind: %s}\nmodel: %s\ntraining: %s\n"
              .formatted(kind, dataset, split, model, training));
      jobs.add(services.training().start(ExperimentReader.read(file).experiment()).job());
    }
    jobs.forEach(Furniture::done);
  }

  private static void done(Job<?> job) {
    try {
      var unused = job.ended().toCompletableFuture().get(MINUTES, TimeUnit.MINUTES);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
    if (job.outcome().orElseThrow() instanceof JobOutcome.Failed<?> failed) {
      throw new AssertionError(job.title() + ": " + failed.sentence());
    }
  }
}
