package io.aisle.app;

import io.aisle.app.AppPaths.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the window is opened with. The command line makes it, the parameters of the toolkit's
 * application carry it ({@code --workspace=DIR --origin=WHO --open=FILE}), and {@link WorkbenchApp}
 * hands the bundle to the window once that is shown ({@link WorkbenchWindow#open}).
 *
 * @param paths where everything lies
 * @param bundle a run bundle to bring into the workspace and to show, as a double click on one asks
 *     for
 */
public record OpenRequest(AppPaths paths, Optional<Path> bundle) {
  private static final String WORKSPACE = "workspace";
  private static final String ORIGIN = "origin";
  private static final String OPEN = "open";

  public OpenRequest {
    bundle = bundle.map(Path::toAbsolutePath);
  }

  /** What the parameters of the application say, by their names. */
  static OpenRequest ofParameters(Map<String, String> named) {
    AppPaths paths = AppPaths.of(Optional.ofNullable(named.get(WORKSPACE)));
    Origin origin = Origin.valueOf(named.getOrDefault(ORIGIN, paths.origin().name()));
    return new OpenRequest(
        new AppPaths(paths.workspace(), paths.home(), origin),
        Optional.ofNullable(named.get(OPEN)).map(Path::of));
  }

  /** This as parameters of the application. */
  List<String> parameters() {
    List<String> parameters = new ArrayList<>();
    parameters.add("--" + WORKSPACE + "=" + paths.workspace());
    parameters.add("--" + ORIGIN + "=" + paths.origin());
    bundle.ifPresent(file -> parameters.add("--" + OPEN + "=" + file));
    return parameters;
  }
}
