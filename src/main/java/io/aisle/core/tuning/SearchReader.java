package io.aisle.core.tuning;

import io.aisle.core.dataset.YamlMap;
import io.aisle.core.training.ExperimentReader;
import io.aisle.core.training.ExperimentWording;
import io.aisle.core.training.ParamsCodec;
import io.aisle.core.training.ReadExperiment;
import io.aisle.domain.InputException;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.model.Metric;
import io.aisle.domain.tuning.Search;
import io.aisle.domain.tuning.SearchSpace;
import io.aisle.domain.tuning.SearchSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads search files: an experiment file with a section {@code search}, and {@code models} in place
 * of {@code model} where several are searched together. As strict as {@link ExperimentReader}.
 */
public final class SearchReader {
  private SearchReader() {}

  /**
   * A search file that was understood.
   *
   * @param warnings sentences about what will have no effect
   */
  public record ReadSearch(Search search, List<String> warnings) {}

  /**
   * @throws InputException one sentence that names file, line or key, and the way out
   */
  public static ReadSearch read(Path file) {
    return fromMap(
        ExperimentReader.tree(file, "a search"),
        file.toAbsolutePath().normalize().getParent(),
        file.toString(),
        ExperimentReader.stem(file));
  }

  /** A search from a map in the shape of a file. */
  static ReadSearch fromMap(Map<String, Object> tree, Path folder, String source, String name) {
    Map<String, Object> base = new LinkedHashMap<>(tree);
    base.remove("search");
    base.remove("models");
    YamlMap root = YamlMap.of(tree, new ExperimentWording(source));
    String title = root.optional("name").orElse(name);
    base.put("name", title);
    Optional<YamlMap> section =
        root.optionalMap("search", "method", "trials", "seed", "budgetSeconds", "eta", "space");
    Optional<List<YamlMap>> models = root.optionalMaps("models");
    if (models.isPresent() == root.has("model")) {
      throw new InputException(
          source + ": name either one model under 'model' or several under 'models'");
    }
    List<String> warnings = new ArrayList<>();
    List<Search.Candidate> candidates = new ArrayList<>();
    if (models.isEmpty()) {
      candidates.add(
          candidate(
              read(base, folder, source, warnings),
              section.flatMap(map -> map.optionalMap("space", "model", "training"))));
    } else {
      if (models.get().isEmpty()) {
        throw new InputException(root.name("models") + " is an empty list; name a model");
      }
      if (section.filter(map -> map.has("space")).isPresent()) {
        throw new InputException(
            root.name("search.space")
                + " stands for one model; with several, write a space under each of models");
      }
      for (YamlMap model : models.get()) {
        String place = "%s, models[%d]".formatted(source, candidates.size());
        candidates.add(several(base, model, folder, place, warnings));
      }
    }
    Search search =
        new Search(title, section.map(SearchReader::spec).orElse(SearchSpec.DEFAULTS), candidates);
    check(search, source);
    return new ReadSearch(search, warnings.stream().distinct().toList());
  }

  private static SearchSpec spec(YamlMap section) {
    Map<String, Object> values = new LinkedHashMap<>(section.values());
    values.remove("space");
    return ParamsCodec.read(SearchSpec.DEFAULTS, values, section.name(""));
  }

  private static Search.Candidate several(
      Map<String, Object> base, YamlMap model, Path folder, String place, List<String> warnings) {
    Map<String, Object> own = new LinkedHashMap<>(base);
    Map<String, Object> section = new LinkedHashMap<>(model.values());
    section.remove("space");
    section.remove("training");
    own.put("model", section);
    own.put("name", base.get("name") + "-" + model.text("kind"));
    if (model.has("training")) {
      Map<String, Object> training = new LinkedHashMap<>();
      if (base.get("training") instanceof Map<?, ?> common) {
        common.forEach((key, value) -> training.put(String.valueOf(key), value));
      }
      training.putAll(model.map("training").values());
      own.put("training", training);
    }
    return candidate(
        read(own, folder, place, warnings), model.optionalMap("space", "model", "training"));
  }

  private static Experiment read(
      Map<String, Object> map, Path folder, String source, List<String> warnings) {
    ReadExperiment read = ExperimentReader.fromMap(map, folder, source);
    warnings.addAll(read.warnings());
    return read.experiment();
  }

  private static Search.Candidate candidate(Experiment experiment, Optional<YamlMap> space) {
    SearchSpace ranges =
        space
            .map(map -> RangeReader.space(map, (Record) experiment.model(), experiment.training()))
            .orElseGet(() -> DefaultSpaces.of(experiment));
    return new Search.Candidate(experiment, ranges);
  }

  /**
   * Refuses what no search can do, whoever asks for it.
   *
   * @param source what sentences call the search
   * @throws InputException one sentence
   */
  public static void check(Search search, String source) {
    Metric metric = search.metric();
    for (Search.Candidate candidate : search.candidates()) {
      if (!candidate.experiment().training().monitor().equals(metric)) {
        throw new InputException(
            "%s: models are ranked by one metric, but training.monitor is %s for one and %s for another; write the same"
                .formatted(source, metric.id(), candidate.experiment().training().monitor().id()));
      }
      if (candidate.experiment().split() instanceof SplitSpec.Everything) {
        throw new InputException(
            source + ": split none holds nothing out to search by; choose another split");
      }
      new TrialPlanner(search.spec()).check(candidate, source);
    }
  }
}
