package io.aisle.ui.shell;

import io.aisle.core.job.JobWork;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.UsersService;
import io.aisle.domain.data.Catalogue;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.RunItem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Finds users and items of runs for the palette. */
record PaletteLookup(UsersService users, Navigator navigator) {
  private static final int MOST = 6;

  /**
   * @param runs the first one's users and items are looked through
   * @param chosen runs that a user is then looked at with
   * @return empty when there are no runs
   */
  Optional<JobWork<List<Ranking.Hit<PaletteEntry>>>> in(
      List<RunItem> runs, List<RunItem> chosen, Fuzzy query) {
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    RunFolder folder = new RunFolder(runs.getFirst().path());
    List<Path> with = chosen.stream().map(RunItem::path).toList();
    return Optional.of(
        control -> {
          Catalogue catalogue = users.catalogue(folder);
          List<Ranking.Hit<PaletteEntry>> hits = new ArrayList<>();
          if (served(new Place.OfUser("", List.of()))) {
            hits.addAll(
                best(
                    catalogue.users(), query, id -> user(id, with), Function.identity(), id -> ""));
          }
          control.check();
          if (served(new Place.OfItem(""))) {
            hits.addAll(
                best(
                    IntStream.range(0, catalogue.items().size()).boxed().toList(),
                    query,
                    item -> item(catalogue, item),
                    catalogue::label,
                    item -> catalogue.items().get(item)));
          }
          return hits;
        });
  }

  private boolean served(Place place) {
    return navigator.screenOf(place).isPresent();
  }

  private static <T> List<Ranking.Hit<PaletteEntry>> best(
      List<T> candidates,
      Fuzzy query,
      Function<T, PaletteEntry> entry,
      Function<T, String> title,
      Function<T, String> detail) {
    return Ranking.best(candidates, query, title, detail, MOST).stream()
        .map(hit -> new Ranking.Hit<>(entry.apply(hit.what()), hit.score()))
        .toList();
  }

  private PaletteEntry user(String id, List<Path> runs) {
    return new PaletteEntry(
        PaletteEntry.Kind.USER, id, "", "", () -> navigator.go(new Place.OfUser(id, runs)));
  }

  private PaletteEntry item(Catalogue catalogue, int item) {
    String id = catalogue.items().get(item);
    return new PaletteEntry(
        PaletteEntry.Kind.ITEM,
        catalogue.label(item),
        id,
        "",
        () -> navigator.go(new Place.OfItem(id)));
  }
}
