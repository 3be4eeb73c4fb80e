package io.aisle.core.problem;

import io.aisle.core.job.JobControl;
import io.aisle.core.problem.ProblemReport.Part;
import io.aisle.core.training.AtomicFile;
import io.aisle.core.workspace.WorkspaceLayout;
import io.aisle.domain.job.Progress;
import io.aisle.domain.settings.Settings;
import io.aisle.store.Database;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Puts together what helps to find a fault: log, versions, machine, settings, counts; without ids,
 * names, paths and values of the data. Nothing is sent anywhere. Methods block; call them in jobs.
 * Thread-safe.
 */
public final class ProblemService {
  private static final int LOG_BYTES = 2 << 20;
  private static final int WORKER_LOGS = 10;
  private static final int WORKER_BYTES = 200_000;
  private static final int ERRORS = 30;

  private final WorkspaceLayout layout;
  private final Optional<StoreFacts> store;
  private final MachineFacts machine;
  private final Supplier<Settings> settings;

  /**
   * @param database empty when it cannot be opened: then messages are left out of the log, for
   *     nobody can say which of their words are ids
   * @param program version of the program
   */
  public ProblemService(
      WorkspaceLayout layout,
      Optional<Database> database,
      Supplier<Settings> settings,
      String program) {
    this.layout = layout;
    this.store = database.map(StoreFacts::new);
    this.machine = new MachineFacts(program);
    this.settings = settings;
  }

  /** Reads and cleans; what comes back is all that a report would hold. */
  public ProblemReport prepare(JobControl control) {
    LogText logs = new LogText(redactor());
    List<Part> parts = new ArrayList<>();
    at(control, 0);
    parts.add(new Part("machine.txt", machine.text()));
    parts.add(new Part("settings.txt", settings()));
    parts.add(new Part("data.txt", store.map(StoreFacts::counts).orElse("not open\n")));
    parts.add(new Part("runs.txt", new RunCounts(layout.runs()).text()));
    at(control, 1);
    String program = logs.clean(LogTail.tail(LogTail.ofProgram(layout.logs()), LOG_BYTES));
    at(control, 2);
    List<Path> workers = LogTail.ofWorkers(layout.logs());
    String worker =
        logs.clean(
            LogTail.tail(workers.subList(0, Math.min(WORKER_LOGS, workers.size())), WORKER_BYTES));
    List<String> errors = new ArrayList<>(LogText.errors(program, ERRORS));
    errors.addAll(LogText.errors(worker, ERRORS));
    parts.add(new Part("errors.txt", String.join("\n", errors)));
    parts.add(new Part("log.txt", program));
    at(control, 3);
    return new ProblemReport(parts);
  }

  private static void at(JobControl control, int done) {
    control.check();
    control.at(new Progress("reporting", done, 3));
  }

  private Redactor redactor() {
    Set<String> names = new HashSet<>(MachineNames.all());
    names.add(layout.folder().toString());
    names.addAll(new RunCounts(layout.runs()).names());
    store.ifPresent(facts -> names.addAll(facts.names()));
    return store
        .map(facts -> new Redactor(names, facts::ids))
        .orElseGet(() -> new Redactor(names, words -> words)); // every word may be an id
  }

  /** The folder of the GPU pack is a path of somebody's. */
  private String settings() {
    Settings chosen = settings.get();
    return "theme     %s%nlanguage  %s%nthreads   %d%ngpu pack  %s%nrestore   %s%n"
        .formatted(
            chosen.theme(),
            chosen.language(),
            chosen.threads(),
            chosen.gpuLibrary().isBlank() ? "none" : "chosen",
            chosen.restore());
  }

  /**
   * Writes a report as a zip file.
   *
   * @param file is replaced
   */
  public static void write(ProblemReport report, Path file) {
    AtomicFile.write(
        file,
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
          for (Part part : report.parts()) {
            zip.putNextEntry(new ZipEntry(part.name()));
            zip.write(part.text().getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
          }
          zip.finish();
        });
  }
}
