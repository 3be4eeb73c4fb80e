package io.aisle.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The series colours can be told apart, by people who see few colours too, and are the same in the
 * window and in a report.
 */
class SeriesColoursTest {
  /** In OKLab on a scale of 0 to 100, where about 2 is just seen. */
  private static final double FAR = 11;

  private static final double FAR_FOR_FEW = 7;

  /** How protanopia and deuteranopia see linear colours: Machado and others, 2009, severity 1. */
  private static final List<double[]> EYES =
      List.of(
          new double[] {
            .152286, 1.052583, -.204868, .114503, .786281, .099216, -.003882, -.048116, 1.051998
          },
          new double[] {
            .367322, .860646, -.227968, .280085, .672501, .047413, -.011820, .042940, .968881
          });

  private static final double[] SAME = {1, 0, 0, 0, 1, 0, 0, 0, 1};

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyPairCanBeToldApart(String theme) throws IOException {
    List<String> colours = series(theme);
    List<String> near = new ArrayList<>();
    for (int one = 0; one < colours.size(); one++) {
      for (int other = one + 1; other < colours.size(); other++) {
        String a = colours.get(one);
        String b = colours.get(other);
        boolean few = EYES.stream().allMatch(eye -> distance(a, b, eye) >= FAR_FOR_FEW);
        if (distance(a, b, SAME) < FAR || !few) {
          near.add(a + " " + b);
        }
      }
    }
    assertThat(near).isEmpty();
  }

  @Test
  void nearColoursAreFound() {
    assertThat(distance("#c46a9c", "#818a94", EYES.getLast())).isLessThan(FAR_FOR_FEW);
    assertThat(distance("#000000", "#ffffff", SAME)).isBetween(99.9, 100.1);
  }

  @Test
  void aReportHasTheColoursOfTheWindow() throws IOException {
    Path sheets = Path.of("src/main/resources/io/aisle/core/report");
    String sheet =
        Files.readString(sheets.resolve("tokens.css"))
            + Files.readString(sheets.resolve("tokens-dark.css"));
    Matcher found = Pattern.compile("--c\\d+: (#\\w{6})").matcher(sheet);
    List<String> colours = new ArrayList<>();
    while (found.find()) {
      colours.add(found.group(1));
    }
    assertThat(colours)
        .isEqualTo(Stream.concat(series("light").stream(), series("dark").stream()).toList());
  }

  @Test
  void everyColourHasItsClasses() throws IOException {
    String sheet = Files.readString(Path.of("src/main/resources/io/aisle/core/report/report.css"));
    String badges = Files.readString(Path.of("styles/badge.css"));
    String charts = Files.readString(Path.of("styles/chart.css"));
    for (int each = 0; each < StyledRegion.SERIES; each++) {
      assertThat(sheet).contains(".s" + each + " {", ".f" + each + " {", ".dot.b" + each + " {");
      assertThat(badges).contains(".dot.series-" + (each + 1) + " {");
      assertThat(charts).contains("-aisle-series-" + (each + 1) + ":");
    }
  }

  private static List<String> series(String theme) throws IOException {
    Map<String, String> tokens = Contrast.tokens(Path.of("styles", "tokens-" + theme + ".css"));
    return IntStream.rangeClosed(1, StyledRegion.SERIES)
        .mapToObj(each -> tokens.get("-series-" + each))
        .toList();
  }

  private static double distance(String one, String other, double[] eye) {
    double[] a = lab(one, eye);
    double[] b = lab(other, eye);
    return 100 * Math.sqrt(square(a[0] - b[0]) + square(a[1] - b[1]) + square(a[2] - b[2]));
  }

  private static double square(double value) {
    return value * value;
  }

  /** OKLab (Ottosson, 2020). */
  private static double[] lab(String colour, double[] eye) {
    double[] seen = times(eye, linear(colour, 1), linear(colour, 3), linear(colour, 5));
    double[] cones =
        times(
            new double[] {
              .4122214708,
              .5363325363,
              .0514459929,
              .2119034982,
              .6806995451,
              .1073969566,
              .0883024619,
              .2817188376,
              .6299787005
            },
            Math.max(0, seen[0]),
            Math.max(0, seen[1]),
            Math.max(0, seen[2]));
    return times(
        new double[] {
          .2104542553,
          .7936177850,
          -.0040720468,
          1.9779984951,
          -2.4285922050,
          .4505937099,
          .0259040371,
          .7827717662,
          -.8086757660
        },
        Math.cbrt(cones[0]),
        Math.cbrt(cones[1]),
        Math.cbrt(cones[2]));
  }

  private static double[] times(double[] matrix, double x, double y, double z) {
    double[] product = new double[3];
    for (int row = 0; row < 3; row++) {
      product[row] = matrix[3 * row] * x + matrix[3 * row + 1] * y + matrix[3 * row + 2] * z;
    }
    return product;
  }

  private static double linear(String colour, int from) {
    double value = Integer.parseInt(colour.substring(from, from + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
