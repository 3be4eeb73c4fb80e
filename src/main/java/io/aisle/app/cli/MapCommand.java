package io.aisle.app.cli;

import io.aisle.core.job.JobControl;
import io.aisle.core.neighbours.Drift;
import io.aisle.core.neighbours.ItemDrift;
import io.aisle.core.neighbours.ItemMap;
import io.aisle.core.neighbours.ItemTraits;
import io.aisle.core.neighbours.NeighbourService;
import io.aisle.core.neighbours.Projection;
import io.aisle.core.training.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aisle map}: the items of a run as points of a plane. */
@Command(
    name = "map",
    description = {
      "Draws the item vectors of a run in the plane, as a file with a point for each item: by"
          + " UMAP,",
      "which keeps near items near, or by PCA. At most 20,000 items, the most popular. With",
      "--against each item has its overlap with the other run, too."
    })
final class MapCommand implements Callable<Integer> {
  private final CommandContext context;

  @Option(names = "--run", required = true, paramLabel = "DIR", description = "The run folder.")
  private Path folder;

  @Option(
      names = "--projection",
      defaultValue = "umap",
      paramLabel = "P",
      description = "umap or pca (default: ${DEFAULT-VALUE}).")
  private Projection projection;

  @Option(
      names = "--seed",
      defaultValue = "1",
      paramLabel = "N",
      description = "Where the chance in UMAP comes from (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description = "Folder of a run over the same items.")
  private Path against;

  @Option(
      names = "-k",
      defaultValue = "20",
      paramLabel = "K",
      description = "Nearest items compared with --against (default: ${DEFAULT-VALUE}).")
  private int k;

  @Option(
      names = "--json",
      description = "Prints JSON with the seed and what was left out, in place of CSV.")
  private boolean json;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "File to write (default: standard output).")
  private Path out;

  @Mixin private LicenceOption licence;

  MapCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws IOException {
    RunFolder run = Folders.withModel(folder);
    RunFolder other = against == null ? null : Folders.withModel(against);
    if (out == null) {
      licence.remind(context.console(), run.path().toString(), run.licence());
    } else {
      licence.require(run.path().toString(), run.licence());
    }
    String text = NeighboursCommand.ask(context, (service, job) -> draw(service, run, other, job));
    if (out == null) {
      context.console().out().print(text);
    } else {
      Files.writeString(out, text);
    }
    return ExitCode.DONE.code();
  }

  private String draw(
      NeighbourService service, RunFolder run, RunFolder other, JobControl control) {
    ItemMap map = service.map(run, projection, seed, control);
    Drift drift = other == null ? null : service.drift(run, other, k, control);
    if (json) {
      return ItemTable.json(drift == null ? map : new Both(map, drift));
    }
    Map<String, Double> overlap =
        drift == null
            ? Map.of()
            : drift.items().stream().collect(Collectors.toMap(ItemDrift::item, ItemDrift::overlap));
    ItemTraits traits = service.traits(run, control);
    ItemTable table = new ItemTable("item", "title", "category", "users", "x", "y", "overlap");
    for (int point = 0; point < map.item().size(); point++) {
      String id = map.item().get(point);
      int at = traits.place().get(id);
      table.row(
          id,
          traits.title().get(at),
          traits.category().get(at),
          Integer.toString(traits.users()[at]),
          ItemTable.figure(map.x()[point]),
          ItemTable.figure(map.y()[point]),
          ItemTable.figure(overlap.get(id)));
    }
    return table.csv();
  }

  /** A map and how far its items moved. */
  private record Both(ItemMap map, Drift drift) {}
}
