package io.aisle.ui.journey;

import io.aisle.core.job.QueueJobRunner;
import io.aisle.domain.settings.Settings.LanguageChoice;
import io.aisle.domain.settings.Settings.ThemeChoice;
import io.aisle.ui.common.Screen;
import io.aisle.ui.common.Typeface;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/**
 * Pictures of every screen with data, empty, loading and with something wrong, each in both sizes,
 * themes and languages: {@code PictureBook WORKSPACE FOLDER [PART...]}, parts {@code data}, {@code
 * empty}, {@code loading}, {@code error}, and {@code train} and {@code dataset} for what has to be
 * opened by hand around training and data sets. The workspace is furnished when it is new; the
 * others are made beside the pictures. Prints the words that are cut off.
 */
public final class PictureBook {
  private static final long SETTLED_MILLIS = 1600;
  private static final Duration REST = Duration.ofMinutes(2);
  private static final String ONLY = "only=";

  private final Path workspace;
  private final Path folder;
  private final String only;
  private final Set<String> cut = new TreeSet<>();

  private enum Size {
    LARGE(1440, 900),
    SMALL(1280, 800);

    private final double width;
    private final double height;

    Size(double width, double height) {
      this.width = width;
      this.height = height;
    }
  }

  private PictureBook(Path workspace, Path folder, String only) {
    this.workspace = workspace;
    this.folder = folder;
    this.only = only;
  }

  /** Starts the toolkit, takes the pictures, and ends the process. */
  public static void main(String[] arguments) throws IOException {
    Set<String> parts =
        arguments.length > 2
            ? Stream.of(arguments).skip(2).collect(Collectors.toSet())
            : Set.of("data", "empty", "loading", "error");
    String only =
        parts.stream()
            .filter(part -> part.startsWith(ONLY))
            .map(part -> part.substring(ONLY.length()))
            .findFirst()
            .orElse("");
    PictureBook book = new PictureBook(Path.of(arguments[0]), Path.of(arguments[1]), only);
    Typeface.load();
    Platform.startup(() -> Platform.setImplicitExit(false));
    try {
      book.take(parts);
    } finally {
      Platform.exit();
    }
    book.cut.forEach(System.out::println);
  }

  private void take(Set<String> parts) throws IOException {
    Files.createDirectories(folder);
    if (parts.contains("data")) {
      try (WorkbenchDriver driver = new WorkbenchDriver(workspace)) {
        furnish(driver);
        driver.show(new WorkbenchDriver.Answers());
        WorkbenchDriver.pause(6000);
        all(driver, "data");
      }
    }
    if (parts.contains("train")) {
      try (WorkbenchDriver driver = new WorkbenchDriver(workspace)) {
        furnish(driver);
        if (driver.services().datasets().versions().size() == 1) {
          TrainPictures.furnish(new Furniture(driver.services(), folder));
        }
        driver.show(new WorkbenchDriver.Answers());
        train(driver);
      }
    }
    if (parts.contains("dataset")) {
      WorkbenchDriver.Answers answers = new WorkbenchDriver.Answers();
      try (WorkbenchDriver driver = new WorkbenchDriver(folder.resolve("dataset-workspace"))) {
        if (driver.services().datasets().versions().isEmpty()) {
          DataPictures.furnish(
              new Furniture(driver.services(), folder), driver.services().datasets());
        }
        driver.show(answers);
        dataset(driver, new DataPictures(driver, answers, folder));
      }
    }
    if (parts.contains("empty")) {
      try (WorkbenchDriver driver = new WorkbenchDriver(folder.resolve("empty-workspace"))) {
        driver.show(new WorkbenchDriver.Answers());
        all(driver, "empty");
      }
    }
    if (parts.contains("loading")) {
      GatedRunner runner = new GatedRunner(QueueJobRunner.forThisMachine());
      try (WorkbenchDriver driver = new WorkbenchDriver(workspace, runner)) {
        runner.shut();
        driver.show(new WorkbenchDriver.Answers());
        all(driver, "loading");
        runner.open();
      }
    }
    if (parts.contains("error")) {
      Path damaged = damaged();
      try (WorkbenchDriver driver = new WorkbenchDriver(damaged)) {
        driver.show(new WorkbenchDriver.Answers());
        all(driver, "error");
      }
    }
  }

  /** The year of the gift shop and a run of each model. */
  private void furnish(WorkbenchDriver driver) throws IOException {
    if (!driver.services().datasets().versions().isEmpty()) {
      return;
    }
    Furniture furniture = new Furniture(driver.services(), folder);
    furniture.importSample("online-retail");
    furniture.train(
        "online-retail",
        "leave-last-out",
        "{epochs: 8, seed: 42, threads: 2}",
        "{kind: popularity}",
        "{kind: item-knn}",
        "{kind: ease}",
        "{kind: als}",
        "{kind: sasrec}");
  }

  /** A copy of the workspace whose runs and snapshots were cut short by a failing disk. */
  private Path damaged() throws IOException {
    Path copy = folder.resolve("damaged-workspace");
    try (Stream<Path> files = Files.walk(workspace)) {
      for (Path file : files.toList()) {
        Path to = copy.resolve(workspace.relativize(file).toString());
        boolean left = file.startsWith(workspace.resolve("native")) || file.endsWith("lock");
        if (Files.isDirectory(file)) {
          Files.createDirectories(to);
        } else if (!left && !Files.exists(to)) {
          Files.copy(file, to);
          if (file.endsWith("per-user.tsv") || file.toString().contains("snapshots")) {
            halve(to);
          }
        }
      }
    }
    return copy;
  }

  private static void halve(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(content, content.length / 2));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void all(WorkbenchDriver driver, String state) throws IOException {
    for (LanguageChoice language : List.of(LanguageChoice.ENGLISH, LanguageChoice.CHINESE)) {
      for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
        for (Size size : Size.values()) {
          String suffix =
              "-%s-%s-%s-%.0f".formatted(state, lower(language), lower(theme), size.width);
          List<Screen> wanted =
              Stream.of(Screen.values())
                  .filter(screen -> (lower(screen) + suffix).contains(only))
                  .toList();
          if (!wanted.isEmpty()) {
            dress(driver, language, theme, size);
          }
          for (Screen screen : wanted) {
            driver.fire("screen-" + lower(screen));
            take(driver, lower(screen) + suffix);
            if (state.equals("data")) {
              views(driver, screen, suffix);
            }
          }
        }
      }
    }
  }

  /** The pages of a screen, and the panels that stand in one another's place. */
  private void views(WorkbenchDriver driver, Screen screen, String suffix) throws IOException {
    if (screen == Screen.COMPARE) {
      TabPane pages = driver.node("comparePages", TabPane.class);
      for (Tab page : List.copyOf(pages.getTabs())) {
        show(pages, page);
        take(driver, page.getId().replace("page", lower(screen)) + suffix);
      }
      show(pages, pages.getTabs().getFirst());
    } else if (screen == Screen.USERS) {
      for (int pane : List.of(2, 3, 1)) {
        driver.fire("whyPane-" + pane);
        take(driver, "users-why-" + pane + suffix);
      }
    }
  }

  private static void show(TabPane pages, Tab page) {
    WorkbenchDriver.fx(
        () -> {
          pages.getSelectionModel().select(page);
          return null;
        });
  }

  private void take(WorkbenchDriver driver, String name) throws IOException {
    WorkbenchDriver.pause(SETTLED_MILLIS);
    if (name.contains("-data-")) {
      driver.awaitRest(REST);
    }
    Snapshots.write(driver.scene(), folder.resolve(name + ".png"));
    WorkbenchDriver.fx(() -> TextFit.cut(driver.scene()))
        .forEach(word -> cut.add(name + ": " + word));
  }

  private void train(WorkbenchDriver driver) throws IOException {
    TrainPictures pictures = new TrainPictures(driver);
    dress(driver, LanguageChoice.ENGLISH, ThemeChoice.LIGHT, Size.LARGE);
    pictures.begin();
    for (LanguageChoice language : List.of(LanguageChoice.ENGLISH, LanguageChoice.CHINESE)) {
      for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
        boolean large = (language == LanguageChoice.ENGLISH) == (theme == ThemeChoice.LIGHT);
        Size size = large ? Size.LARGE : Size.SMALL;
        dress(driver, language, theme, size);
        pictures.take(folder, "-%s-%s-%.0f".formatted(lower(language), lower(theme), size.width));
      }
    }
  }

  private void dataset(WorkbenchDriver driver, DataPictures pictures) throws IOException {
    for (LanguageChoice language : List.of(LanguageChoice.ENGLISH, LanguageChoice.CHINESE)) {
      for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
        String suffix = "-%s-%s".formatted(lower(language), lower(theme));
        if (suffix.contains(only)) {
          dress(driver, language, theme, Size.LARGE);
          pictures.take(suffix);
        }
      }
    }
  }

  private static void dress(
      WorkbenchDriver driver, LanguageChoice language, ThemeChoice theme, Size size) {
    WorkbenchDriver.fx(
        () -> {
          driver.preferences().change(settings -> settings.withLanguage(language).withTheme(theme));
          driver.stage().setWidth(size.width);
          driver.stage().setHeight(size.height);
          return null;
        });
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
