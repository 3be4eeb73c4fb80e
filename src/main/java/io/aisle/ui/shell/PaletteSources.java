package io.aisle.ui.shell;

import io.aisle.core.job.JobWork;
import io.aisle.core.users.UsersService;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.settings.Session;
import io.aisle.ui.common.Action;
import io.aisle.ui.common.Actions;
import io.aisle.ui.common.Current;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Preferences;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Everything that the palette can find. FX thread only; what it looks up may run anywhere. */
public final class PaletteSources {
  private static final int MOST_RECENT = 6;

  private final Actions actions;
  private final TopBarViewModel data;
  private final RunShelf shelf;
  private final Current current;
  private final UsersService users;
  private final Navigator navigator;
  private final Preferences preferences;
  private final Texts texts;
  private final Numbers numbers;

  public PaletteSources(
      Actions actions,
      TopBarViewModel data,
      RunShelf shelf,
      Current current,
      UsersService users,
      Navigator navigator,
      Preferences preferences,
      Texts texts,
      Numbers numbers) {
    this.actions = actions;
    this.data = data;
    this.shelf = shelf;
    this.current = current;
    this.users = users;
    this.navigator = navigator;
    this.preferences = preferences;
    this.texts = texts;
    this.numbers = numbers;
  }

  /** What is known without looking anything up, kind by kind. */
  List<List<PaletteEntry>> known() {
    return List.of(actions(), screens(), datasets(), runs());
  }

  /** What is proposed before anything was typed. */
  List<PaletteEntry> atHand() {
    List<PaletteEntry> all = new ArrayList<>(recent());
    all.addAll(screens());
    all.addAll(actions());
    return all;
  }

  private List<PaletteEntry> actions() {
    return actions.all().stream()
        .filter(action -> !isScreen(action) && action.available().get())
        .map(action -> entry(PaletteEntry.Kind.ACTION, action))
        .toList();
  }

  private List<PaletteEntry> screens() {
    return actions.all().stream()
        .filter(PaletteSources::isScreen)
        .map(action -> entry(PaletteEntry.Kind.SCREEN, action))
        .toList();
  }

  private static boolean isScreen(Action action) {
    return action.id().startsWith(ShellActions.GO);
  }

  private static PaletteEntry entry(PaletteEntry.Kind kind, Action action) {
    return new PaletteEntry(
        kind, action.title(), "", Shortcuts.words(action.shortcut()), action.run());
  }

  private List<PaletteEntry> datasets() {
    return data.versions().stream()
        .map(version -> entry(PaletteEntry.Kind.DATASET, version))
        .toList();
  }

  private PaletteEntry entry(PaletteEntry.Kind kind, DatasetVersion version) {
    return new PaletteEntry(
        kind,
        version.dataset(),
        texts.of(
            "top.dataset.facts",
            version.version(),
            numbers.count(version.users()),
            numbers.count(version.items())),
        "",
        () -> data.open(version));
  }

  private List<PaletteEntry> runs() {
    return shelf.finished().stream().map(run -> entry(PaletteEntry.Kind.RUN, run)).toList();
  }

  private PaletteEntry entry(PaletteEntry.Kind kind, RunItem run) {
    return new PaletteEntry(
        kind,
        run.record().name(),
        texts.of(
            "runs.origin",
            run.record().dataset(),
            run.protocol(),
            numbers.time(run.record().finished())),
        "",
        () -> navigator.go(new Place.OfRuns(List.of(run.path()))));
  }

  private List<PaletteEntry> recent() {
    Session session = preferences.sessionProperty().get();
    List<PaletteEntry> recent = new ArrayList<>();
    for (String name : session.recentDatasets()) {
      data.versions().stream()
          .filter(version -> SessionKeeper.name(version).equals(name))
          .forEach(version -> recent.add(entry(PaletteEntry.Kind.RECENT, version)));
    }
    for (String name : session.recentRuns()) {
      shelf.finished().stream()
          .filter(run -> run.path().getFileName().toString().equals(name))
          .forEach(run -> recent.add(entry(PaletteEntry.Kind.RECENT, run)));
    }
    return recent.subList(0, Math.min(MOST_RECENT, recent.size()));
  }

  /** Finds users and items of the runs that are looked at; empty when there are no runs. */
  Optional<JobWork<List<Ranking.Hit<PaletteEntry>>>> lookUp(Fuzzy query) {
    List<RunItem> chosen = current.runsProperty().get();
    return new PaletteLookup(users, navigator)
        .in(chosen.isEmpty() ? shelf.finished() : chosen, chosen, query);
  }
}
