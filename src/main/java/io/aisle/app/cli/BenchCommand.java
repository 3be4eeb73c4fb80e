package io.aisle.app.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.app.worker.BenchOp;
import io.aisle.app.worker.BenchTableOp;
import io.aisle.core.job.WorkerEvents;
import io.aisle.core.job.WorkerLink;
import io.aisle.core.job.WorkerNeeds;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.UsersBench;
import io.aisle.core.users.UsersService;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code aisle bench}: the speed of every kernel and step on this machine as a table, or of one
 * thing as a line of JSON.
 */
@Command(
    name = "bench",
    description = {
      "Measures every kernel and training step in recorded shapes on this machine and prints a",
      "table, in about two minutes. With WHAT, prints a line of JSON, the median over the rounds:",
      "sasrec-step (one training step in fixed shapes), bpr-step (samples of BPR a second, 100,000",
      "users and 50,000 items), two-tower-step (steps of the two-tower model a second, the same",
      "sizes), ranking (users a second over 50,000 items, and the share of the machine's peak",
      "arithmetic), item-map (seconds for UMAP, PCA and the drift of 20,000 item vectors),"
          + " evaluation (users ranked a second by the model of --run), als (a fit with",
      "default parameters on the training part of --run), what-if (milliseconds from an edit of a",
      "history to the new lists of the runs, and to open a user with about 500 events)."
    })
final class BenchCommand implements Callable<Integer> {
  private static final int HEAP_MB = 1024;

  private static final String STEP = "sasrec-step";
  private static final String WHAT_IF = "what-if";
  private static final List<String> OF_RUNS = List.of("evaluation", "als", WHAT_IF);
  private static final List<String> ALL =
      List.of(
          STEP,
          "bpr-step",
          "two-tower-step",
          "ranking",
          "item-map",
          OF_RUNS.get(0),
          OF_RUNS.get(1),
          WHAT_IF);

  private final CommandContext context;

  @Parameters(
      arity = "0..1",
      paramLabel = "WHAT",
      description =
          "sasrec-step, bpr-step, two-tower-step, ranking, item-map, evaluation, als or what-if.")
  private String bench;

  @Option(
      names = "--run",
      paramLabel = "DIR",
      description = "Run folder, for evaluation, als and what-if (which takes it several times).")
  private List<Path> folders = List.of();

  @Option(names = "--threads", defaultValue = "0", description = "Threads (default: all cores).")
  private int threads;

  @Option(names = "--rounds", defaultValue = "9", description = "Timed rounds (default: 9).")
  private int rounds;

  BenchCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (rounds < 1 || threads < 0) {
      throw new InputException(
          "--rounds is %d and --threads is %d, but they must be at least 1 and at least 0"
              .formatted(rounds, threads));
    }
    if (bench == null) {
      return table();
    }
    if (!ALL.contains(bench)) {
      throw new InputException(
          "'%s' cannot be measured; choose one of %s".formatted(bench, String.join(", ", ALL)));
    }
    if (OF_RUNS.contains(bench) && folders.isEmpty()) {
      throw new InputException("bench %s needs a run folder; name one with --run".formatted(bench));
    }
    if (bench.equals(WHAT_IF)) {
      return whatIf();
    }
    int granted = granted();
    ObjectNode args = JsonNodeFactory.instance.objectNode();
    args.put("bench", bench);
    args.put("threads", granted);
    args.put("rounds", rounds);
    if (!folders.isEmpty()) {
      args.put("folder", Folders.withModel(folders.getFirst()).path().toAbsolutePath().toString());
    }
    try (ProgressLine progress = new ProgressLine(context.console(), bench);
        WorkerLink worker =
            context.wiring().workers().start(new WorkerNeeds(granted, HEAP_MB, "cpu"))) {
      WorkerEvents events = new ProgressEvents(progress);
      context.console().out().println(worker.call(BenchOp.NAME, args, events, CancelSignal.NEVER));
    }
    return ExitCode.DONE.code();
  }

  private int whatIf() {
    List<RunFolder> runs = folders.stream().map(Folders::withModel).toList();
    try (UsersService users = context.wiring().users()) {
      UsersBench.Result measured = new UsersBench(users, CancelSignal.NEVER).measure(runs, rounds);
      ObjectNode result = JsonNodeFactory.instance.objectNode();
      result.put("bench", WHAT_IF);
      ArrayNode models = result.putArray("models");
      runs.forEach(run -> models.add(run.record().modelId()));
      result.put("edits", measured.edits());
      result.put("medianMs", measured.median());
      result.put("p95Ms", measured.p95());
      result.put("history", measured.history());
      result.put("openingMs", measured.opening());
      result.put("reasonsMs", measured.reasons());
      context.console().out().println(result);
    }
    return ExitCode.DONE.code();
  }

  private int granted() {
    return threads > 0 ? threads : Runtime.getRuntime().availableProcessors();
  }

  private int table() {
    ObjectNode args = JsonNodeFactory.instance.objectNode();
    args.put("threads", granted());
    args.put("rounds", rounds);
    try (ProgressLine progress = new ProgressLine(context.console(), "bench");
        WorkerLink worker =
            context.wiring().workers().start(new WorkerNeeds(granted(), HEAP_MB, "cpu"))) {
      JsonNode measured =
          worker.call(BenchTableOp.NAME, args, new ProgressEvents(progress), CancelSignal.NEVER);
      context.console().out().print(BenchText.of(measured));
    }
    return ExitCode.DONE.code();
  }
}
