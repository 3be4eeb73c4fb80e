package io.aisle.app.cli;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobControl;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.neighbours.Drift;
import io.aisle.core.neighbours.ItemDrift;
import io.aisle.core.neighbours.ItemTraits;
import io.aisle.core.neighbours.Neighbour;
import io.aisle.core.neighbours.NeighbourService;
import io.aisle.core.neighbours.Neighbourhood;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aisle neighbours}: the items that a model holds for alike. */
@Command(
    name = "neighbours",
    description = {
      "Lists the items that a run's model holds for nearest to one: by the cosine of their"
          + " vectors,",
      "or by the model's own weights between items. With --against and --item it marks which of",
      "them are near in the other run, too; with --against alone it ranks all items by how much",
      "their neighbourhood differs between the two runs."
    })
final class NeighboursCommand implements Callable<Integer> {
  private static final int SHOWN = 50;

  private final CommandContext context;

  @Option(names = "--run", required = true, paramLabel = "DIR", description = "The run folder.")
  private Path folder;

  @Option(names = "--item", paramLabel = "I", description = "The item.")
  private String item;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description = "Folder of a run over the same items.")
  private Path against;

  @Option(
      names = "-k",
      defaultValue = "20",
      paramLabel = "K",
      description = "Items of a neighbourhood (default: ${DEFAULT-VALUE}).")
  private int k;

  @Option(
      names = "--format",
      defaultValue = "text",
      paramLabel = "FORMAT",
      description =
          "text, csv or json (default: ${DEFAULT-VALUE}; text shows the first 50 drifted items).")
  private ItemTable.Format format;

  @Mixin private LicenceOption licence;

  NeighboursCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (item == null && against == null) {
      throw new InputException(
          "neighbours needs an item, or a second run to compare all items with; name one with"
              + " --item or --against");
    }
    RunFolder run = Folders.withModel(folder);
    RunFolder other = against == null ? null : Folders.withModel(against);
    licence.remind(context.console(), run.path().toString(), run.licence());
    context
        .console()
        .out()
        .print(
            ask(
                context,
                (service, control) ->
                    item == null
                        ? drift(service.drift(run, other, k, control))
                        : nearest(service, run, other, control)));
    return ExitCode.DONE.code();
  }

  /** Asks the service with progress on the terminal. */
  static String ask(
      CommandContext context, BiFunction<NeighbourService, JobControl, String> question) {
    try (NeighbourService service = context.wiring().neighbours();
        ProgressLine progress = new ProgressLine(context.console(), "");
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      return Failures.value(
          jobs.submit("items", JobNeeds.LIGHT, control -> question.apply(service, control))
              .outcome()
              .orElseThrow());
    }
  }

  private String nearest(
      NeighbourService service, RunFolder run, RunFolder other, JobControl control) {
    Neighbourhood found = service.nearest(run, item, k, control);
    Neighbourhood there = other == null ? null : service.nearest(other, item, k, control);
    if (format == ItemTable.Format.JSON) {
      return there == null ? ItemTable.json(found) : ItemTable.json(new Two(found, there));
    }
    Set<String> shared =
        there == null
            ? Set.of()
            : there.nearest().stream().map(Neighbour::item).collect(Collectors.toSet());
    String measure = found.measure().name().toLowerCase(Locale.ROOT);
    ItemTable table =
        other == null
            ? new ItemTable("item", "title", "category", "users", measure)
            : new ItemTable("item", "title", "category", "users", measure, "in the other");
    ItemTraits traits = service.traits(run, control);
    for (Neighbour each : found.nearest()) {
      int at = traits.place().get(each.item());
      String category = traits.category().get(at);
      String users = Integer.toString(traits.users()[at]);
      String near = ItemTable.figure(each.similarity());
      String also = shared.contains(each.item()) ? "yes" : "no";
      if (other == null) {
        table.row(each.item(), each.title(), category, users, near);
      } else {
        table.row(each.item(), each.title(), category, users, near, also);
      }
    }
    return format == ItemTable.Format.CSV
        ? table.csv()
        : heading(found, there) + table.text(Integer.MAX_VALUE);
  }

  /** Two neighbourhoods of one item. */
  private record Two(Neighbourhood run, Neighbourhood against) {}

  private static String heading(Neighbourhood found, Neighbourhood there) {
    String name = TextTable.clean(found.title().isEmpty() ? found.item() : found.title());
    if (found.nearest().isEmpty()) {
      return "The model has learned nothing of " + name + ".\n";
    }
    if (there == null) {
      return "nearest to " + name + "\n\n";
    }
    Set<String> ours = found.nearest().stream().map(Neighbour::item).collect(Collectors.toSet());
    Set<String> either = new HashSet<>(ours);
    there.nearest().forEach(each -> either.add(each.item()));
    long shared = there.nearest().stream().filter(each -> ours.contains(each.item())).count();
    return String.format(
        Locale.ROOT,
        "nearest to %s; overlap with the other run %.2f\n\n",
        name,
        (double) shared / either.size());
  }

  private String drift(Drift drift) {
    if (format == ItemTable.Format.JSON) {
      return ItemTable.json(drift);
    }
    ItemTable table = new ItemTable("item", "title", "overlap", "shift");
    for (ItemDrift each : drift.items()) {
      table.row(
          each.item(),
          each.title(),
          ItemTable.figure(each.overlap()),
          ItemTable.figure(each.shift()));
    }
    return format == ItemTable.Format.CSV
        ? table.csv()
        : String.format(
                Locale.ROOT,
                "overlap of the %d nearest over %,d items: %.3f (by chance %.3f)%s; %,d items were"
                    + " left out\n\n",
                drift.k(),
                drift.items().size(),
                drift.overlap(),
                drift.chance(),
                drift.shift() == null ? "" : "; mean shift " + ItemTable.figure(drift.shift()),
                drift.missing())
            + table.text(SHOWN);
  }
}
