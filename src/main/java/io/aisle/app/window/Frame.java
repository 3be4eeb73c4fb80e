package io.aisle.app.window;

import io.aisle.app.AppPaths;
import io.aisle.app.Services;
import io.aisle.ui.chart.ChartTools;
import io.aisle.ui.common.Actions;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.BaselineJobs;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.Current;
import io.aisle.ui.common.Dialogs;
import io.aisle.ui.common.FileDrops;
import io.aisle.ui.common.Lifetime;
import io.aisle.ui.common.Navigator;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Place;
import io.aisle.ui.common.Preferences;
import io.aisle.ui.common.RunShelf;
import io.aisle.ui.common.Sampler;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.Themes;
import io.aisle.ui.common.UserErasing;
import io.aisle.ui.comparison.PinsViewModel;
import io.aisle.ui.start.FirstMinuteViewModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What every part of the window is made from. It lives as long as the window speaks one language.
 *
 * @param lifetime ends with it, see {@link Lifetime}
 * @param controllers how each controller is made; the parts fill it
 */
public record Frame(
    Services services,
    AppPaths paths,
    Texts texts,
    Numbers numbers,
    Notices notices,
    Background background,
    Dialogs dialogs,
    RunShelf shelf,
    Sampler sampler,
    Navigator navigator,
    Actions actions,
    Changes changes,
    Preferences preferences,
    FirstMinuteViewModel minute,
    Themes themes,
    Current current,
    FileDrops drops,
    Lifetime lifetime,
    PinsViewModel pins,
    Map<Class<?>, Supplier<?>> controllers) {
  /** What charts need of the window. */
  ChartTools chartTools() {
    return new ChartTools(texts, numbers, dialogs, background, notices, pins);
  }

  /** Asks for files and sets their import up. */
  void openFiles() {
    List<Path> chosen = dialogs.openSeveral(texts.of("data.import.choose"));
    if (!chosen.isEmpty()) {
      navigator.go(new Place.OfFiles(chosen));
    }
  }

  /** Erases users. */
  UserErasing erasing() {
    return new UserErasing(
        services.erasures(), services.workspace(), background, notices, dialogs, texts, numbers);
  }

  /** Tunes simple models beside neural ones. */
  BaselineJobs baselines() {
    return new BaselineJobs(
        services.baselines(),
        services.training(),
        paths.searches(),
        background,
        notices,
        changes,
        texts);
  }
}
