package io.aisle.app.cli;

import io.aisle.app.AppPaths;
import io.aisle.app.Wiring;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.Sample;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.job.CancelSignal;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aisle demo}: the main job with no window, on a bundled sample. */
@Command(
    name = "demo",
    description =
        "Imports a bundled sample, trains six models in worker processes, evaluates them under one"
            + " protocol, prints the comparison and writes report.html. A few minutes on two"
            + " cores.")
final class DemoCommand implements Callable<Integer> {
  private final RootCommand root;

  @Option(
      names = "--out",
      defaultValue = "aisle-demo",
      paramLabel = "DIR",
      description = "Where the runs and the report go (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Option(
      names = "--sample",
      defaultValue = "online-retail",
      paramLabel = "NAME",
      description = "Which bundled sample (default: ${DEFAULT-VALUE}).")
  private String sampleName;

  @Option(
      names = "--sasrec-epochs",
      defaultValue = "10",
      paramLabel = "N",
      description =
          "SASRec stops after so many epochs, to keep the demo short (default: ${DEFAULT-VALUE}).")
  private int epochs;

  DemoCommand(RootCommand root) {
    this.root = root;
  }

  @Override
  public Integer call() {
    long start = System.nanoTime();
    // a workspace of its own unless one is named: the analyst's may be open in a window
    AppPaths paths =
        root.workspace().isPresent()
            ? root.paths()
            : AppPaths.of(Optional.of(out.resolve("workspace").toString()));
    root.passphrases().serve(paths.workspace());
    try (Wiring wiring = new Wiring(paths)) {
      Sample sample = wiring.samples().require(sampleName);
      requireEvents(sample);
      say("%s", sample.title());
      importSample(wiring.datasets(), sample);
      List<RunFolder> folders = train(wiring, sample);
      say(
          "all of it took %.0f s; a worker and this process held %,d MB at most",
          seconds(start),
          folders.stream().mapToLong(folder -> folder.record().peakMemoryMb()).max().orElse(0));
    }
    return ExitCode.DONE.code();
  }

  private static void requireEvents(Sample sample) {
    if (sample.facts().models().isEmpty()) {
      throw new InputException(
          "The sample %s is a catalogue with graded queries and no events, from which no model can be trained: name another with --sample."
              .formatted(sample.name()));
    }
  }

  private List<RunFolder> train(Wiring wiring, Sample sample) {
    Path folder = out.resolve("runs");
    try (DemoRuns runs =
        new DemoRuns(wiring, root.console(), folder, sample.plan().dataset(), epochs)) {
      List<RunFolder> folders = runs.trainAll();
      long start = System.nanoTime();
      var comparison = wiring.comparisons().compare(folders, runs.metrics());
      root.console().out().println();
      root.console()
          .out()
          .print(ComparisonText.of(comparison, runs.baselines(folders).sentences()));
      Path report = out.resolve("report.html");
      wiring.reports().write(folders, runs.baselines(folders), report);
      root.console().out().println();
      say("compared and written up in %.1f s: %s", seconds(start), report);
      say("%s", runs.limits());
      return folders;
    }
  }

  private void importSample(DatasetService datasets, Sample sample) {
    long start = System.nanoTime();
    var known = datasets.newest(sample.plan().dataset());
    if (known.isPresent()) {
      say(
          "%s is in the workspace already: version %d, %,d events",
          known.get().dataset(), known.get().version(), known.get().events());
      return;
    }
    ImportSummary summary;
    try (ProgressLine progress = new ProgressLine(root.console(), "import");
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      summary =
          Failures.value(
              jobs.submit(
                      "import",
                      JobNeeds.LIGHT,
                      control -> datasets.importFiles(sample.plan(), control))
                  .outcome()
                  .orElseThrow());
    }
    root.console().out().print(ImportText.of(summary));
    say("imported in %.1f s", seconds(start));
  }

  private void say(String format, Object... values) {
    root.console().out().println(String.format(Locale.ROOT, format, values));
    root.console().out().flush();
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
