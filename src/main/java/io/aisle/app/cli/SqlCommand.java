package io.aisle.app.cli;

import io.aisle.core.dataset.DatasetService;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.sql.SqlQuery;
import io.aisle.core.sql.SqlService;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.job.CancelSignal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aisle sql}: a query on what the workspace holds. */
@Command(
    name = "sql",
    description = {
      "Runs a query on views of the workspace (events, items, users, judgements of a data set;",
      "versions, runs, metrics of the workspace) and prints its rows, or writes them into a file",
      "that ends in .csv, .parquet or .xlsx. It can only read; docs/sql.md has the views."
    })
final class SqlCommand implements Callable<Integer> {
  private static final int PRINTED = 1_000;

  private final CommandContext context;

  @Parameters(arity = "0..1", paramLabel = "QUERY", description = "Such as SELECT * FROM items.")
  private String query;

  @Option(
      names = "--dataset",
      paramLabel = "NAME",
      description = "Data set whose views need no schema (default: the one imported last).")
  private String dataset;

  @Option(
      names = "--dataset-version",
      paramLabel = "N",
      description = "Version of the data set (default: the newest).")
  private Integer version;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File to write, .csv, .parquet or .xlsx (default: standard output).")
  private Path out;

  @Option(
      names = "--format",
      defaultValue = "table",
      paramLabel = "FORMAT",
      description = "Of standard output: table, csv, or json with a line for each row.")
  private SqlText.Format format;

  @Option(
      names = "--limit",
      paramLabel = "ROWS",
      description = "Most rows (default: " + PRINTED + " on standard output, all in a file).")
  private Integer limit;

  @Option(
      names = "--timeout",
      defaultValue = "60",
      paramLabel = "SECONDS",
      description = "Time that the query may take (default: ${DEFAULT-VALUE}).")
  private int timeout;

  @Mixin private LicenceOption licence;

  @Option(names = "--views", description = "Print the views and their columns instead.")
  private boolean views;

  SqlCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!views && query == null) {
      throw new InputException("there is no query; give one, or --views to see what can be read");
    }
    if ((limit != null && limit < 1) || timeout < 1) {
      throw new InputException("--limit and --timeout must be at least 1");
    }
    try (ProgressLine progress = new ProgressLine(context.console(), "");
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER);
        SqlService sql = context.wiring().sql(context.wiring().training(jobs))) {
      if (views) {
        context.console().out().print(SqlText.of(sql.views()));
        return ExitCode.DONE.code();
      }
      SqlQuery asked = new SqlQuery(query, chosen().id(), 0, Duration.ofSeconds(timeout));
      Failures.value(
          jobs.submit("sql", JobNeeds.LIGHT, control -> run(sql, asked, control))
              .outcome()
              .orElseThrow());
    }
    return ExitCode.DONE.code();
  }

  private long run(SqlService sql, SqlQuery asked, JobControl control) {
    if (out != null) {
      sql.readBy(asked)
          .forEach(each -> licence.require("\"" + each.dataset() + "\"", each.licence()));
      int rows = limit == null ? Integer.MAX_VALUE : limit;
      long written = sql.export(asked, out, rows, control);
      context.console().say("%,d rows written to %s".formatted(written, out));
      return written;
    }
    sql.readBy(asked)
        .forEach(each -> licence.remind(context.console(), each.dataset(), each.licence()));
    int rows = limit == null ? PRINTED : limit;
    SqlText text = new SqlText(context.console().out(), format);
    if (!sql.stream(asked, rows, control, text::begin, text::row)) {
      context
          .console()
          .say("only the first %,d rows are shown; --limit or --out give more".formatted(rows));
    }
    return text.end();
  }

  private DatasetVersion chosen() {
    DatasetService datasets = context.wiring().datasets();
    if (version == null && dataset != null) {
      return datasets.require(dataset);
    }
    return datasets.versions().stream()
        .filter(each -> each.state() == DatasetVersion.State.COMPLETE)
        .filter(each -> dataset == null || each.dataset().equals(dataset))
        .filter(each -> version == null || each.version() == version)
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "the workspace has no such data set; import one with 'aisle import', or name"
                        + " another with --dataset"));
  }
}
