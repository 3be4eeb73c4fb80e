package io.aisle.app.growth;

import io.aisle.core.job.ProcessLauncher;
import io.aisle.core.report.GrowthPicture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * How the time of an epoch and the memory of a training grow with the data: each model on the same
 * users once, four and sixteen times, each in a process of its own. Prints a table and draws the
 * picture. What has been measured is not measured again.
 */
@CommandLine.Command(name = "growth", mixinStandardHelpOptions = true)
public final class Growth implements Runnable {
  private static final int[] FACTORS = {1, 4, 16};

  @Parameters(index = "0", paramLabel = "FOLDER", description = "The figures go here.")
  private Path folder;

  @Parameters(index = "1", paramLabel = "PICTURE.svg", description = "The picture to write.")
  private Path picture;

  @Option(
      names = "--models",
      split = ",",
      description = "Ids of models; default: item-knn,als,bpr,lightgcn,sasrec.")
  private List<String> models = List.of("item-knn", "als", "bpr", "lightgcn", "sasrec");

  @Option(
      names = "--rounds",
      defaultValue = "1",
      description = "Processes for each figure; the fastest epoch and the largest memory count.")
  private int rounds;

  private record Measured(double interactions, double seconds, double memoryMb) {}

  /** See {@code --help}. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Growth()).execute(arguments));
  }

  @Override
  public void run() {
    System.out.print(
        """
        | model | epoch s, 1x | 4x | 16x | slope 1x-4x | 4x-16x | peak MiB, 1x | 4x | 16x | slope 1x-16x | bytes for each interaction more, 1x-4x | 4x-16x |
        |---|---|---|---|---|---|---|---|---|---|---|---|
        """);
    try {
      Files.createDirectories(folder);
      List<GrowthPicture.Curve> curves = new ArrayList<>();
      for (String model : models) {
        List<Measured> measured = new ArrayList<>();
        for (int factor : FACTORS) {
          measured.add(measure(model, factor));
        }
        System.out.print(row(model, measured));
        curves.add(
            new GrowthPicture.Curve(
                model,
                measured.stream().mapToDouble(Measured::interactions).toArray(),
                measured.stream().mapToDouble(Measured::seconds).toArray(),
                measured.stream().mapToDouble(Measured::memoryMb).toArray()));
      }
      Files.writeString(picture, GrowthPicture.of(curves));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Measured measure(String model, int factor) throws IOException {
    Path file = folder.resolve(model + "." + factor + ".txt");
    List<String> lines = new ArrayList<>(Files.exists(file) ? Files.readAllLines(file) : List.of());
    while (lines.size() < rounds) {
      lines.add(start(model, factor));
      Files.write(file, lines);
    }
    double[][] figures =
        lines.stream()
            .map(each -> Stream.of(each.split(" ", -1)).mapToDouble(Double::parseDouble).toArray())
            .toArray(double[][]::new);
    return new Measured(
        figures[0][0],
        Stream.of(figures).mapToDouble(each -> each[1]).min().orElseThrow(),
        Stream.of(figures).mapToDouble(each -> each[2]).max().orElseThrow());
  }

  /** In a process of its own, whose memory is what is measured. */
  private static String start(String model, int factor) throws IOException {
    List<String> line =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    line.addAll(ProcessLauncher.JVM_FLAGS);
    for (String name : List.of("aisle.home", "aisle.native")) {
      line.add("-D" + name + "=" + System.getProperty(name));
    }
    line.addAll(
        List.of(
            "-Dlogback.configurationFile=logback-worker.xml",
            // a heap that is no larger than what lives in it, else garbage hides the growth
            "-XX:+UseSerialGC",
            "-Xms64m",
            "-Xmx2g",
            "-Xmn32m",
            "-XX:MinHeapFreeRatio=5",
            "-XX:MaxHeapFreeRatio=10",
            "-cp",
            System.getProperty("java.class.path"),
            GrowthRun.class.getName(),
            model,
            Integer.toString(factor)));
    Process process =
        new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException(model + " failed at " + factor + " times the data");
      }
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    return said.strip().lines().toList().getLast();
  }

  private static String row(String model, List<Measured> at) {
    Measured small = at.get(0);
    Measured middle = at.get(1);
    Measured large = at.get(2);
    return String.format(
        Locale.ROOT,
        "| %s | %.3f | %.3f | %.3f | %.2f | %.2f | %.0f | %.0f | %.0f | %.2f | %.0f | %.0f |%n",
        model,
        small.seconds,
        middle.seconds,
        large.seconds,
        slope(small, middle, middle.seconds / small.seconds),
        slope(middle, large, large.seconds / middle.seconds),
        small.memoryMb,
        middle.memoryMb,
        large.memoryMb,
        slope(small, large, large.memoryMb / small.memoryMb),
        bytes(small, middle),
        bytes(middle, large));
  }

  /** Of the line in the log-log plot; 1 is growth in proportion. */
  private static double slope(Measured from, Measured to, double ratio) {
    return Math.log(ratio) / Math.log(to.interactions / from.interactions);
  }

  private static double bytes(Measured from, Measured to) {
    return (to.memoryMb - from.memoryMb) * (1 << 20) / (to.interactions - from.interactions);
  }
}
