package io.aisle.app.cli;

import io.aisle.core.dataset.AppendPlan;
import io.aisle.core.dataset.AppendedColumns;
import io.aisle.core.dataset.ImportPlan;
import io.aisle.core.dataset.MappingFile;
import io.aisle.core.dataset.MappingReader;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobNeeds;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ImportSummary;
import io.aisle.domain.data.PersonalColumn;
import io.aisle.domain.data.Treatment;
import io.aisle.domain.job.CancelSignal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aisle import}: interactions, or a catalogue with grades, into the workspace. */
@Command(
    name = "import",
    description =
        "Imports interaction files (delimited text, JSON, Parquet or Excel, plain, packed or in a"
            + " zip archive) or a folder of them into the workspace as a new version of a data set,"
            + " and prints what was taken and what was refused, by reason. A mapping can name items"
            + " and graded queries too, with or without interactions.")
final class ImportCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description =
          "Files of one kind, in order, or a folder or archive with them; archive.zip!/member names"
              + " one in an archive (default: those that the mapping names).")
  private List<Path> files = List.of();

  @Option(names = "--dataset", required = true, paramLabel = "NAME", description = "Data set.")
  private String dataset;

  @Option(
      names = "--mapping",
      paramLabel = "FILE.yaml",
      description = "Roles of columns, formats, rules to refuse rows (default: guessed).")
  private Path mapping;

  @Option(
      names = "--key",
      paramLabel = "FILE",
      description =
          "Key of the pseudonyms that a mapping's 'privacy: {column: hash}' asks for (default: the"
              + " workspace's own, made when it is first needed).")
  private Path key;

  @Option(
      names = "--sheet",
      paramLabel = "NAME",
      description =
          "Sheet of an Excel workbook that has the events (default: that of the mapping, else the"
              + " first with a user and an item in each row, else the first).")
  private String sheet;

  @Option(
      names = "--append",
      description =
          "Add the files to the data set's newest version, or to that which the name gives, such"
              + " as shop:2, as a further version; without a mapping they are read as before.")
  private boolean append;

  @Option(
      names = "--keep-repeated",
      description = "With --append: take rows too that the version has already.")
  private boolean keepRepeated;

  ImportCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (append) {
      return appended();
    }
    if (keepRepeated) {
      throw new InputException("--keep-repeated says something only with --append; add that");
    }
    MappingFile said = mapping == null ? MappingFile.GUESS : MappingReader.readFile(mapping);
    MappingFile roles = sheet == null ? said : said.withSheet(sheet);
    ImportPlan plan =
        ImportPlan.of(dataset, files.isEmpty() ? roles.files() : files, roles)
            .withKey(Optional.ofNullable(key));
    List<PersonalColumn> personal;
    ImportSummary summary;
    try (ProgressLine progress = new ProgressLine(context.console(), dataset);
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      var datasets = context.wiring().datasets();
      personal = datasets.personal(plan);
      summary =
          Failures.value(
              jobs.submit(
                      "import " + dataset,
                      JobNeeds.LIGHT,
                      control -> datasets.importFiles(plan, control))
                  .outcome()
                  .orElseThrow());
    }
    say(personal, plan.mapping().privacy(), summary);
    return ExitCode.DONE.code();
  }

  private void say(
      List<PersonalColumn> personal, Map<String, Treatment> privacy, ImportSummary summary) {
    PrivacyText.warnings(personal, privacy).forEach(context.console()::say);
    context.console().out().print(ImportText.of(summary));
    context.console().out().print(PrivacyText.treated(privacy));
  }

  private Integer appended() {
    if (key != null) {
      throw new InputException(
          "--key cannot be given with --append, which uses the key of the version; leave it out");
    }
    Optional<MappingFile> roles = Optional.ofNullable(mapping).map(MappingReader::readFile);
    List<Path> named = files.isEmpty() ? roles.map(MappingFile::files).orElse(List.of()) : files;
    try (ProgressLine progress = new ProgressLine(context.console(), dataset);
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      var datasets = context.wiring().datasets();
      AppendPlan plan =
          new AppendPlan(datasets.require(dataset).id(), named, roles, keepRepeated)
              .withSheet(Optional.ofNullable(sheet));
      AppendedColumns columns = datasets.personal(plan);
      ImportSummary summary =
          Failures.value(
              jobs.submit(
                      "append to " + dataset,
                      JobNeeds.LIGHT,
                      control -> datasets.append(plan, control))
                  .outcome()
                  .orElseThrow());
      say(columns.personal(), columns.privacy(), summary);
    }
    return ExitCode.DONE.code();
  }
}
