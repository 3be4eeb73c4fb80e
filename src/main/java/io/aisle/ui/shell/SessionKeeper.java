package io.aisle.ui.shell;

import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.settings.Session;
import io.aisle.ui.common.Current;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Preferences;
import io.aisle.ui.common.RunItem;
import io.aisle.ui.common.Screen;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Remembers what is looked at, so that the next start, or the window in another language, shows the
 * same. FX thread only.
 */
public final class SessionKeeper {
  private static final int KEPT = 8;

  private final Preferences preferences;
  private final Path runs;

  /**
   * @param runs folder of the workspace's runs
   */
  public SessionKeeper(Preferences preferences, Path runs) {
    this.preferences = preferences;
    this.runs = runs;
  }

  /** How a version is named in a session. */
  public static String name(DatasetVersion version) {
    return version.dataset() + " · v" + version.version();
  }

  /** From now on remembers what becomes current; what is not chosen yet changes nothing. */
  public void follow(Current current) {
    current.datasetProperty().subscribe(this::looked);
    current.runsProperty().subscribe(this::looked);
    current.userProperty().subscribe(this::looked);
  }

  /** A screen came to the front. */
  public void looked(Screen screen) {
    preferences.remember(now -> now.withScreen(screen.name()));
  }

  private void looked(DatasetVersion version) {
    if (version == null) {
      return;
    }
    preferences.remember(
        now ->
            now.withDataset(
                version.dataset(),
                version.version(),
                first(List.of(name(version)), now.recentDatasets())));
  }

  private void looked(List<RunItem> chosen) {
    if (chosen.isEmpty()) {
      return;
    }
    List<String> names = chosen.stream().map(run -> run.path().getFileName().toString()).toList();
    preferences.remember(now -> now.withRuns(names, first(names, now.recentRuns())));
  }

  private void looked(String user) {
    if (user == null || user.isEmpty()) {
      return;
    }
    preferences.remember(now -> now.withUser(user));
  }

  private static List<String> first(List<String> newest, List<String> earlier) {
    List<String> all = new ArrayList<>(newest);
    earlier.stream().filter(name -> !newest.contains(name)).forEach(all::add);
    return all.subList(0, Math.min(KEPT, all.size()));
  }

  /** The data set of the session, by {@link #name}; empty: none. */
  public String dataset() {
    Session session = preferences.sessionProperty().get();
    return session.dataset().isEmpty() ? "" : session.dataset() + " · v" + session.version();
  }

  /** The screen that was in front; the first when that is unknown. */
  public Screen screen() {
    String name = preferences.sessionProperty().get().screen();
    for (Screen screen : Screen.values()) {
      if (screen.name().equals(name)) {
        return screen;
      }
    }
    return Screen.DATA;
  }

  /** What the screens showed. */
  public List<Place> places() {
    Session session = preferences.sessionProperty().get();
    List<Path> folders = session.runs().stream().map(runs::resolve).toList();
    List<Place> places = new ArrayList<>();
    Optional.of(session.dataset())
        .filter(name -> !name.isEmpty())
        .ifPresent(name -> places.add(new Place.OfDataset(name, session.version())));
    if (!folders.isEmpty()) {
      places.add(new Place.OfRuns(folders));
    }
    Optional.of(session.user())
        .filter(user -> !user.isEmpty())
        .ifPresent(user -> places.add(new Place.OfUser(user, List.of())));
    return places;
  }
}
