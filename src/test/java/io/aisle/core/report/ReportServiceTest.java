package io.aisle.core.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.aisle.core.comparison.Baselines;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.domain.model.ModelKind;
import io.aisle.testkit.Beside;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Beside
class ReportServiceTest {
  private static final String HOSTILE = "<script>alert('x')</script> \"&'${1+1} </style></svg>";
  private static final Pattern LOADS =
      Pattern.compile(
          "(?i)(<script|<link|<iframe|<img|<object|@import|url\\(|src=|href=(?!\"#)|https?://)");

  private final ReportService reports =
      new ReportService(
          new ComparisonService(),
          "0.1.0",
          Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

  @TempDir Path folder;

  private String report(RunFolder... runs) throws IOException {
    return report(Baselines.of(Stream.of(runs).map(RunFolder::record).toList()), runs);
  }

  private String report(Baselines baselines, RunFolder... runs) throws IOException {
    Path html = folder.resolve("out/report.html");
    reports.write(List.of(runs), baselines, html);
    try (var files = Files.list(html.getParent())) {
      assertThat(files).as("no draft stays behind").hasSize(1);
    }
    return Files.readString(html);
  }

  private RunFolder run(String name, ModelKind model, double level) throws IOException {
    return RunFolders.write(folder.resolve(name), name, model, level, "online-retail", List.of());
  }

  @Test
  void saysWhatTheComparisonShowsAndWhereItComesFrom() throws IOException {
    String html =
        report(
            run("ease", ModelKind.EASE, 0.35),
            run("sasrec", ModelKind.SASREC, 0.6),
            run("als", ModelKind.ALS, 0.345),
            run("popularity", ModelKind.POPULARITY, 0.1));
    if (System.getProperty("aisle.report") != null) {
      Files.writeString(Path.of(System.getProperty("aisle.report")), html);
    }
    assertThat(html)
        .contains("4 runs compared on online-retail")
        .contains("sasrec has the highest NDCG@10")
        .contains("better: sasrec; worse: ")
        .contains("split leave-last-out")
        .contains("9c1e".repeat(16), "a41f".repeat(16))
        .contains("42 · cpu", "pytorch", "2.7.1")
        .contains("kind: given", "train: data/train.tsv.gz", "aisle run again.yaml --out ../again")
        .contains("aisle report ease sasrec als popularity --out report.html");
  }

  @Test
  void runsOfSeveralFoldersAreNamedFromWhereAllOfThemLie() {
    Path runs = folder.resolve("runs");
    assertThat(
            Reruns.commands(
                List.of(
                    new RunFolder(runs.resolve("ease")),
                    new RunFolder(runs.resolve("tuned baselines/als")))))
        .isEqualTo(
            """
            aisle compare ease 'tuned baselines/als'
            aisle report ease 'tuned baselines/als' --out report.html\
            """);
  }

  @Test
  void alarmsForLeaksButNotForWhatTheSplitBringsWithIt() throws IOException {
    RunFolder run = run("ease", ModelKind.EASE, 0.3);
    String json = Files.readString(run.runJson());
    String designed = "{\"sentence\": \"3 items come later\", \"byDesign\": true}";
    String alarming = "{\"sentence\": \"4 pairs in two parts\", \"byDesign\": false}";
    String none = json.replaceFirst("\"leaks\"\\s*:\\s*\\[\\s*]", "\"leaks\": [%s]");
    Files.writeString(run.runJson(), none.formatted(designed));
    assertThat(report(run))
        .contains("3 items come later")
        .doesNotContain("leak checks found something");
    Files.writeString(run.runJson(), none.formatted(designed + ", " + alarming));
    assertThat(report(run))
        .contains("3 items come later", "4 pairs in two parts")
        .contains("leak checks found something");
  }

  @Test
  void everyChartNamesItsRuns() throws IOException {
    String html = report(run("ease", ModelKind.EASE, 0.3), run("sasrec", ModelKind.SASREC, 0.6));
    assertThat(html).contains("Quality against time", "NDCG against k", "Recall against k");
    assertThat(html).contains("Learning curves", "Users won and lost against ease");
    String[] charts = html.split("<svg viewBox=\"0 0 560", -1);
    assertThat(charts).hasSize(7);
    for (int chart = 1; chart < charts.length; chart++) {
      String svg = charts[chart].substring(0, charts[chart].indexOf("</svg>"));
      assertThat(svg).contains(">sasrec</text>");
    }
  }

  @Test
  void loadsNothingFromElsewhere() throws IOException {
    String html = report(run("ease", ModelKind.EASE, 0.3), run("sasrec", ModelKind.SASREC, 0.6));
    assertThat(LOADS.matcher(html).results().map(MatchResult::group)).isEmpty();
    assertThat(html).contains("default-src 'none'");
  }

  @Test
  void textsFromDataNeverBecomeMarkup() throws IOException {
    RunFolder hostile =
        RunFolders.write(
            folder.resolve("a"), HOSTILE, ModelKind.SASREC, 0.5, HOSTILE, List.of(HOSTILE));
    RunFolder other =
        RunFolders.write(folder.resolve("b"), "plain", ModelKind.EASE, 0.3, HOSTILE, List.of());
    String html = report(hostile, other);
    assertThat(html).doesNotContain("<script").doesNotContain("alert('x')");
    assertThat(html).contains("&lt;script&gt;", "${1+1}");
    assertThat(html.split("</style>", -1)).hasSize(2);
    assertThat(html.split("<svg", -1)).hasSameSizeAs(html.split("</svg>", -1));
  }

  @Test
  void aNeuralRunWithoutTunedBaselinesIsSaidEitherWay() throws IOException {
    RunFolder ease = run("ease", ModelKind.EASE, 0.3);
    RunFolder neural = run("sasrec", ModelKind.SASREC, 0.6);
    assertThat(report(ease, neural)).contains("No tuned item-knn, ease").contains("compare again");
    Baselines look = Baselines.of(List.of(ease.record(), neural.record()));
    assertThat(report(look.declinedByAnalyst(), ease, neural))
        .contains("The analyst declined tuned baselines")
        .doesNotContain("compare again");
    assertThat(report(look.leftOut(Map.of("ease", "too many items")), ease, neural))
        .contains("The baseline ease was left out: too many items.");
    assertThat(report(ease)).doesNotContain("baselines", "No tuned");
  }

  @Test
  void runsOfOneNameAreToldApartByTheirFolders() throws IOException {
    RunFolder one =
        RunFolders.write(folder.resolve("a"), "ease", ModelKind.EASE, 0.3, "d", List.of());
    RunFolder two =
        RunFolders.write(folder.resolve("b"), "ease", ModelKind.EASE, 0.5, "d", List.of());
    assertThat(report(one, two)).contains("ease (a)", "ease (b)");
  }

  @Test
  void runsOfDifferentProtocolsAreRefused() throws IOException {
    RunFolder one = run("ease", ModelKind.EASE, 0.3);
    RunFolder two = run("als", ModelKind.ALS, 0.3);
    String json = Files.readString(two.runJson());
    Files.writeString(two.runJson(), json.replace("a41f".repeat(16), "b".repeat(64)));
    Path html = folder.resolve("report.html");
    assertThatThrownBy(
            () -> reports.write(List.of(one, two), Baselines.of(List.of(one.record())), html))
        .isInstanceOf(InputException.class);
    assertThat(html).doesNotExist();
  }

  @Test
  void placeThatCannotBeWrittenIsNamed() throws IOException {
    RunFolder run = run("ease", ModelKind.EASE, 0.3);
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThatThrownBy(
            () ->
                reports.write(
                    List.of(run), Baselines.of(List.of(run.record())), file.resolve("report.html")))
        .isInstanceOf(OperationException.class)
        .hasMessageContaining(folder.resolve("file").toString());
  }
}
