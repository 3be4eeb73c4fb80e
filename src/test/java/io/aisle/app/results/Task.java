package io.aisle.app.results;

import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelTrait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Data and a way to divide them, on which every model is trained that can be.
 *
 * @param name such as "online-retail.last"
 * @param data the experiment file's sections on data, split and protocol
 * @param ordered whether the test part comes after the training part, as sequence models want
 */
record Task(String name, String data, boolean ordered) {
  private static final List<String> SAMPLES =
      List.of("movielens-small", "online-retail", "retailrocket");

  /** The bundled samples, imported into a workspace, under two splits each. */
  static List<Task> ofSamples() {
    List<Task> tasks = new ArrayList<>();
    for (String sample : SAMPLES) {
      String label = sample.equals("movielens-small") ? "label: {minValue: 4}\n" : "";
      String data = "dataset: " + sample + "\n" + label;
      tasks.add(
          new Task(
              sample + ".random",
              data + "split: {kind: random, seed: 1}\nprotocol: {history: train}\n",
              false));
      tasks.add(new Task(sample + ".last", data + "split: {kind: leave-last-out}\n", true));
    }
    return tasks;
  }

  /** Splits made elsewhere: NAME.train.tsv.gz, NAME.valid.tsv.gz and NAME.test.tsv.gz. */
  static List<Task> given(Path folder) {
    List<Task> tasks = new ArrayList<>();
    for (String sample : SAMPLES) {
      for (String split : List.of("random", "last")) {
        String name = sample + "." + split;
        Path stem = folder.toAbsolutePath().resolve(name);
        if (Files.exists(Path.of(stem + ".train.tsv.gz"))) {
          tasks.add(
              new Task(
                  name,
                  """
                  split: {kind: given, train: %1$s.train.tsv.gz, valid: %1$s.valid.tsv.gz, test: %1$s.test.tsv.gz}
                  protocol: {history: %2$s}
                  """
                      .formatted(stem, split.equals("random") ? "train" : "all"),
                  split.equals("last")));
        }
      }
    }
    return tasks;
  }

  /** Whether it makes sense to train a kind on it. */
  boolean suits(ModelKind kind) {
    return ordered || !kind.has(ModelTrait.ORDERED);
  }

  /** The experiment of one model and seed. */
  String experiment(ModelKind kind, int seed) {
    return "name: %s\n%smodel: {kind: %s}\ntraining: {seed: %d}\n"
        .formatted(kind.id(), data, kind.id(), seed);
  }

  /**
   * The search over the simple models, with an equal number of trials for each. SLIM with hardly
   * any sparsity or with much shrinkage takes minutes a trial and is left out.
   */
  String search(int trials) {
    String markov = ordered ? "  - {kind: markov}\n" : "";
    return """
    name: %s
    %smodels:
      - {kind: item-knn}
      - {kind: user-knn}
      - {kind: ease}
      - {kind: als}
    %s  - {kind: bpr}
      - kind: slim
        space: {model: {regularization: {from: 1, to: 100, scale: log}, sparsity: {from: 0.5, to: 10, scale: log}}}
      - {kind: lightgcn, training: {epochs: 100}}
    search: {method: asha, trials: %d, seed: 1}
    """
        .formatted(name, data, markov, trials);
  }
}
