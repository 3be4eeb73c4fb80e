package io.aisle.core.training;

import io.aisle.core.evaluation.PredictionRows;
import io.aisle.core.evaluation.Predictions;
import io.aisle.domain.data.Catalogue;
import it.unimi.dsi.fastutil.floats.FloatArrayList;
import java.nio.file.Path;
import java.util.List;

/**
 * The table {@code user item label prediction} of a run folder, without the names.
 *
 * @param label {@code [rows]} 1 or 0, or the rating
 * @param prediction {@code [rows]}
 */
public record PredictionTable(float[] label, float[] prediction) {
  static void write(Path file, Catalogue catalogue, Predictions predictions) {
    PredictionRows rows = predictions.rows();
    TsvWriter.write(
        file,
        List.of("user", "item", "label", "prediction"),
        sink -> {
          for (int user = 0; user < rows.users(); user++) {
            for (int at = rows.offsets()[user]; at < rows.offsets()[user + 1]; at++) {
              sink.row(
                  catalogue.users().get(user),
                  catalogue.items().get(rows.item()[at]),
                  Float.toString(rows.label()[at]),
                  Float.toString(predictions.value()[at]));
            }
          }
        });
  }

  /**
   * @throws io.aisle.domain.InputException when there is no such file, or it is damaged
   */
  public static PredictionTable read(Path file) {
    FloatArrayList labels = new FloatArrayList();
    FloatArrayList predictions = new FloatArrayList();
    try (TsvReader in = TsvReader.open(file)) {
      int label = in.require("label");
      int prediction = in.require("prediction");
      while (in.next()) {
        labels.add((float) in.number(label));
        predictions.add((float) in.number(prediction));
      }
    }
    return new PredictionTable(labels.toFloatArray(), predictions.toFloatArray());
  }
}
