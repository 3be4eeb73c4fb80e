package io.aisle.core.training;

import io.aisle.core.evaluation.Evaluation;
import io.aisle.core.evaluation.PerUserTable;
import io.aisle.core.evaluation.Predictions;
import io.aisle.domain.data.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tables of a run folder: per-user.tsv, topk.tsv, epochs.tsv. */
final class RunTables {
  private static final List<String> TOP_HEADER = List.of("user", "rank", "item", "score");

  private RunTables() {}

  static void writeTop(Path file, TsvWriter.Rows rows) {
    TsvWriter.write(file, TOP_HEADER, rows);
  }

  /**
   * Writes what an evaluation found: the metrics of each user, the lists by user and rank, and the
   * predictions of models that make some.
   */
  static void writeEvaluation(
      RunFolder folder,
      Catalogue catalogue,
      Evaluation evaluation,
      Optional<Predictions> predictions) {
    PerUserTable lists = PerUserTable.of(evaluation, catalogue.users());
    try {
      predictions
          .map(made -> lists.with(made, evaluation.users()))
          .orElse(lists)
          .write(folder.perUserFile());
    } catch (IOException e) {
      throw Disk.failure(folder.perUserFile(), "written", e);
    }
    writeTop(folder.topFile(), catalogue, evaluation);
    predictions.ifPresent(made -> PredictionTable.write(folder.predictionsFile(), catalogue, made));
  }

  private static void writeTop(Path file, Catalogue catalogue, Evaluation evaluation) {
    writeTop(
        file,
        sink -> {
          for (int at = 0; at < evaluation.users().length; at++) {
            String user = catalogue.users().get(evaluation.users()[at]);
            int[] list = evaluation.lists()[at];
            for (int rank = 0; rank < list.length; rank++) {
              sink.row(
                  user,
                  Integer.toString(rank + 1),
                  catalogue.items().get(list[rank]),
                  Float.toString(evaluation.scores()[at][rank]));
            }
          }
        });
  }

  static List<TopRow> readTop(Path file) {
    try (TsvReader in = TsvReader.open(file)) {
      int user = in.require("user");
      int rank = in.require("rank");
      int item = in.require("item");
      int score = in.require("score");
      List<TopRow> rows = new ArrayList<>();
      while (in.next()) {
        rows.add(
            new TopRow(in.id(user), (int) in.number(rank), in.id(item), (float) in.number(score)));
      }
      return rows;
    }
  }

  /**
   * @param monitor id of the monitored metric, the header of its column
   */
  static void writeEpochs(Path file, String monitor, List<EpochLine> lines) {
    TsvWriter.write(
        file,
        List.of("epoch", "loss", monitor, "seconds"),
        sink -> {
          for (EpochLine line : lines) {
            sink.row(
                Integer.toString(line.epoch()),
                number(line.loss()),
                number(line.valid()),
                number(line.seconds()));
          }
        });
  }

  static List<EpochLine> readEpochs(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try (TsvReader in = TsvReader.open(file)) {
      int epoch = in.require("epoch");
      int loss = in.require("loss");
      int seconds = in.require("seconds");
      List<EpochLine> lines = new ArrayList<>();
      while (in.next()) {
        // the monitored metric has the column between loss and seconds, under its own name
        lines.add(
            new EpochLine(
                (int) in.number(epoch),
                optional(in, loss),
                optional(in, loss + 1),
                in.number(seconds)));
      }
      return lines;
    }
  }

  private static String number(double value) {
    return Double.isFinite(value) ? Double.toString(value) : "";
  }

  private static double optional(TsvReader in, int column) {
    return in.field(column).isEmpty() ? Double.NaN : in.number(column);
  }
}
