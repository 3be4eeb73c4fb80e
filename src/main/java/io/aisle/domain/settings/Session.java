package io.aisle.domain.settings;

import java.util.List;

/**
 * How the window was left, so that the next start can show the same.
 *
 * @param window null: never shown
 * @param screen name of the screen in front; empty: the first
 * @param dataset name of the data set that was looked at; empty: none
 * @param version its version; 0: none
 * @param runs folder names, below the workspace's runs, of the runs that were compared
 * @param user external id of the user that was looked at; empty: none
 * @param recentDatasets names with version, newest first, such as {@code online-retail · v2}
 * @param recentRuns folder names, newest first
 */
public record Session(
    Window window,
    String screen,
    String dataset,
    int version,
    List<String> runs,
    String user,
    List<String> recentDatasets,
    List<String> recentRuns) {
  public static final Session NONE =
      new Session(null, "", "", 0, List.of(), "", List.of(), List.of());

  public Session {
    runs = List.copyOf(runs);
    recentDatasets = List.copyOf(recentDatasets);
    recentRuns = List.copyOf(recentRuns);
  }

  /** Place and size in pixels of the screen. */
  public record Window(double x, double y, double width, double height, boolean maximized) {}

  /** Nothing is open; the window stays where it was, and what was used lately is still known. */
  public Session closed() {
    return new Session(window, "", "", 0, List.of(), "", recentDatasets, recentRuns);
  }

  public Session withWindow(Window now) {
    return new Session(now, screen, dataset, version, runs, user, recentDatasets, recentRuns);
  }

  public Session withScreen(String now) {
    return new Session(window, now, dataset, version, runs, user, recentDatasets, recentRuns);
  }

  /**
   * @param recent names of data sets, newest first
   */
  public Session withDataset(String name, int number, List<String> recent) {
    return new Session(window, screen, name, number, runs, user, recent, recentRuns);
  }

  /**
   * @param recent folder names, newest first
   */
  public Session withRuns(List<String> compared, List<String> recent) {
    return new Session(window, screen, dataset, version, compared, user, recentDatasets, recent);
  }

  public Session withUser(String now) {
    return new Session(window, screen, dataset, version, runs, now, recentDatasets, recentRuns);
  }
}
