package io.aisle.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every text can be read and every series seen, in both themes. */
class ContrastTest {
  private static final Path STYLES = Path.of("styles");
  private static final double TEXT = 4.5;
  private static final double GRAPHIC = 3;

  /** Grounds of windows, cards, menus, fields, and of rows that are selected or hovered over. */
  private static final List<String> GROUNDS =
      List.of(
          "-color-bg-default",
          "-color-bg-overlay",
          "-color-bg-subtle",
          "-color-bg-inset",
          "-color-accent-subtle",
          "-color-neutral-subtle");

  /** Colours of texts that stand on any of them. */
  private static final List<String> TEXTS =
      List.of(
          "-color-fg-default",
          "-color-fg-muted",
          "-color-fg-subtle",
          "-color-accent-fg",
          "-good-fg",
          "-warn-fg",
          "-bad-fg");

  /** Other texts and their grounds: badges, notices, buttons that stand out, counts. */
  private static final List<List<String>> PAIRS =
      List.of(
          List.of("-good-fg", "-good-bg"),
          List.of("-warn-fg", "-warn-bg"),
          List.of("-bad-fg", "-bad-bg"),
          List.of("-color-fg-default", "-good-bg"),
          List.of("-color-fg-default", "-warn-bg"),
          List.of("-color-fg-default", "-bad-bg"),
          List.of("-color-fg-muted", "-good-bg"),
          List.of("-color-fg-muted", "-warn-bg"),
          List.of("-color-fg-muted", "-bad-bg"),
          List.of("-color-fg-emphasis", "-color-accent-emphasis"),
          List.of("-color-bg-default", "-bad-fg"));

  private static final Pattern TEXT_FILL = Pattern.compile("-fx-text-fill:\\s*(-[a-z0-9-]+);");
  private static final Pattern GROUND = Pattern.compile("-fx-background-color:\\s*(-[a-z0-9-]+);");

  /** Grounds of dots, bars and edges, on which no text stands. */
  private static final Pattern NO_TEXT =
      Pattern.compile("-series-\\d+|-color-border-.*|-color-fg-muted|-good-fg|-warn-fg");

  @Test
  void theContrastOfKnownColoursIsKnown() {
    assertThat(Contrast.of("#000000", "#ffffff")).isEqualTo(21, within(1e-9));
    assertThat(Contrast.of("#ffffff", "#ffffff")).isEqualTo(1, within(1e-9));
    assertThat(Contrast.of("#777777", "#ffffff")).isEqualTo(4.48, within(0.005));
    assertThat(Contrast.of("#767676", "#ffffff")).isEqualTo(4.54, within(0.005));
    assertThat(Contrast.of("#ff0000", "#ffffff")).isEqualTo(4.0, within(0.005));
    assertThat(Contrast.of("#ffffff", "#0000ff")).isEqualTo(8.59, within(0.005));
  }

  @Test
  void aTokenThatIsTooFaintIsNamed() throws IOException {
    Map<String, String> faint = new TreeMap<>(tokens("light"));
    faint.put("-color-fg-muted", "#9aa4ae");
    assertThat(unreadable(faint)).hasSizeGreaterThan(4).allMatch(each -> each.contains("-muted"));
    faint.put("-series-2", "#ffddaa");
    assertThat(invisible(faint)).isNotEmpty().allMatch(each -> each.contains("-series-2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyTextCanBeRead(String theme) throws IOException {
    assertThat(unreadable(tokens(theme))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everySeriesCanBeSeen(String theme) throws IOException {
    assertThat(invisible(tokens(theme))).isEmpty();
  }

  @Test
  void bothThemesDefineTheSameTokens() throws IOException {
    assertThat(tokens("light").keySet()).isEqualTo(tokens("dark").keySet());
  }

  @Test
  void noStylesheetUsesAColourForTextThatIsNotLookedAtHere() throws IOException {
    Set<String> known = new TreeSet<>(TEXTS);
    PAIRS.forEach(pair -> known.add(pair.getFirst()));
    assertThat(used(TEXT_FILL)).hasSizeGreaterThan(4).isSubsetOf(known);
  }

  @Test
  void noStylesheetUsesAGroundThatIsNotLookedAtHere() throws IOException {
    Set<String> known = new TreeSet<>(GROUNDS);
    PAIRS.forEach(pair -> known.add(pair.getLast()));
    Set<String> used = used(GROUND);
    used.removeIf(each -> NO_TEXT.matcher(each).matches());
    assertThat(used).hasSizeGreaterThan(4).isSubsetOf(known);
  }

  private static Map<String, String> tokens(String theme) throws IOException {
    return Contrast.tokens(STYLES.resolve("tokens-" + theme + ".css"));
  }

  private static List<String> unreadable(Map<String, String> tokens) {
    List<String> found = new ArrayList<>();
    for (String text : TEXTS) {
      GROUNDS.forEach(ground -> check(tokens, text, ground, TEXT, found));
    }
    PAIRS.forEach(pair -> check(tokens, pair.getFirst(), pair.getLast(), TEXT, found));
    return found;
  }

  private static List<String> invisible(Map<String, String> tokens) {
    List<String> found = new ArrayList<>();
    for (String ground : GROUNDS) {
      IntStream.rangeClosed(1, StyledRegion.SERIES)
          .forEach(series -> check(tokens, "-series-" + series, ground, GRAPHIC, found));
    }
    return found;
  }

  private static void check(
      Map<String, String> tokens, String one, String other, double least, List<String> found) {
    assertThat(tokens).containsKeys(one, other);
    double contrast = Contrast.of(tokens.get(one), tokens.get(other));
    if (contrast < least) {
      found.add("%s on %s: %.2f".formatted(one, other, contrast));
    }
  }

  private static Set<String> used(Pattern pattern) throws IOException {
    Set<String> used = new TreeSet<>();
    try (Stream<Path> files = Files.list(STYLES)) {
      for (Path file : files.toList()) {
        Matcher found = pattern.matcher(Files.readString(file));
        while (found.find()) {
          used.add(found.group(1));
        }
      }
    }
    return used;
  }
}
