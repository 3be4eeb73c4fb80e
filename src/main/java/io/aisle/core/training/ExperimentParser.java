package io.aisle.core.training;

import io.aisle.core.dataset.Nearest;
import io.aisle.core.dataset.YamlMap;
import io.aisle.domain.InputException;
import io.aisle.domain.data.EventKind;
import io.aisle.domain.experiment.DatasetSpec;
import io.aisle.domain.experiment.Experiment;
import io.aisle.domain.experiment.PrepareSpec;
import io.aisle.domain.experiment.ProtocolSpec;
import io.aisle.domain.experiment.SideSpec;
import io.aisle.domain.experiment.SplitSpec;
import io.aisle.domain.experiment.TrainingSpec;
import io.aisle.domain.model.MetricKind;
import io.aisle.domain.model.ModelKind;
import io.aisle.domain.model.ModelParams;
import io.aisle.domain.model.ModelTrait;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;

/** Understands the tree of an experiment file, section by section. For one file. */
final class ExperimentParser {
  private final DataSectionParser data;
  private final List<String> warnings = new ArrayList<>();

  ExperimentParser(Path folder) {
    this.data = new DataSectionParser(folder, warnings);
  }

  /**
   * @param source what sentences call the file
   * @param name the run's name when the file gives none
   */
  ReadExperiment parse(Object tree, String source, String name) {
    YamlMap root =
        YamlMap.of(
            tree,
            new ExperimentWording(source),
            "name",
            "dataset",
            "features",
            "label",
            "behaviours",
            "prepare",
            "split",
            "protocol",
            "model",
            "training",
            RerankSection.KEY);
    SplitSpec split = data.split(root);
    DatasetSpec dataset = data.dataset(root, split);
    ModelParams model = model(root);
    PrepareSpec prepare = prepare(root, split);
    SideSpec side = new SideSectionParser(warnings).side(root, prepare, split, model.kind());
    boolean labelled = side.label().minValue().isPresent();
    Experiment experiment =
        new Experiment(
            root.optional("name").orElse(name),
            dataset,
            prepare,
            split,
            protocol(root),
            side,
            model,
            training(root, TrainingSpec.defaults(model.kind(), labelled), model.kind(), split),
            RerankSection.read(root));
    return new ReadExperiment(experiment, List.copyOf(warnings));
  }

  private static PrepareSpec prepare(YamlMap root, SplitSpec split) {
    boolean given = split instanceof SplitSpec.Given;
    PrepareSpec preset = given ? PrepareSpec.AS_GIVEN : PrepareSpec.DEFAULTS;
    if (!root.has("prepare")) {
      return preset;
    }
    YamlMap map = root.map("prepare", "kinds", "minValue", "repeats", "core");
    Set<EventKind> kinds = EnumSet.noneOf(EventKind.class);
    if (map.has("kinds")) {
      for (Object kind : map.list("kinds")) {
        kinds.add(ParamValue.constant(EventKind.values(), kind, map.name("kinds")));
      }
    }
    OptionalDouble minValue =
        map.number("minValue").map(OptionalDouble::of).orElse(preset.minValue());
    PrepareSpec.Repeats repeats =
        map.constant("repeats", PrepareSpec.Repeats.values()).orElse(preset.repeats());
    int core = (int) map.whole("core", preset.core(), 0, 1_000_000);
    if (given && core > 1) {
      throw new InputException(
          map.name("core")
              + " would change a given split; leave it out, or filter the three files yourself");
    }
    if (given && repeats != PrepareSpec.Repeats.ALL) {
      throw new InputException(
          map.name("repeats")
              + " would change a given split; leave it out, or filter the three files yourself");
    }
    return new PrepareSpec(kinds, minValue, repeats, core);
  }

  private static ProtocolSpec protocol(YamlMap root) {
    ProtocolSpec preset = ProtocolSpec.DEFAULTS;
    if (!root.has("protocol")) {
      return preset;
    }
    YamlMap map = root.map("protocol", "candidates", "excludeSeen", "history", "metrics", "k");
    OptionalInt candidates = OptionalInt.empty();
    if (map.has("candidates") && !map.required("candidates").equals("all")) {
      if (map.required("candidates") instanceof String) {
        throw map.wrong("candidates", "all or a whole number");
      }
      candidates = OptionalInt.of((int) map.whole("candidates", 0, 1, 10_000_000));
    }
    return new ProtocolSpec(
        candidates,
        map.flag("excludeSeen").orElse(preset.excludeSeen()),
        map.constant("history", ProtocolSpec.History.values()).orElse(preset.history()),
        map.has("metrics") ? metrics(map) : preset.metrics(),
        map.has("k") ? depths(map) : preset.k());
  }

  private static List<MetricKind> metrics(YamlMap map) {
    List<MetricKind> metrics = new ArrayList<>();
    for (Object each : map.list("metrics")) {
      metrics.add(
          ParamValue.constant(
              MetricKind.RANKING.toArray(MetricKind[]::new), each, map.name("metrics")));
    }
    return metrics.stream().distinct().toList();
  }

  private static List<Integer> depths(YamlMap map) {
    List<Integer> depths = new ArrayList<>();
    for (Object each : map.list("k")) {
      long depth = ParamValue.whole(each, map.name("k"));
      if (depth < 1 || depth > 1000) {
        throw ParamValue.wrong(map.name("k"), depth, "at least 1 and at most 1000");
      }
      depths.add((int) depth);
    }
    return depths.stream().distinct().sorted().toList();
  }

  private static ModelParams model(YamlMap root) {
    YamlMap map = root.map("model");
    String id = map.text("kind");
    List<String> ids = Arrays.stream(ModelKind.values()).map(ModelKind::id).toList();
    int at = ids.indexOf(id);
    if (at < 0) {
      throw new InputException(
          "%s is '%s', which is no model; the nearest is %s, all are %s"
              .formatted(
                  map.name("kind"), id, Nearest.of(id, ids, 1).getFirst(), String.join(", ", ids)));
    }
    Map<String, Object> values = new LinkedHashMap<>(map.values());
    values.remove("kind");
    ModelParams defaults = ModelKind.values()[at].defaults();
    return (ModelParams) ParamsCodec.read((Record) defaults, values, map.name(""));
  }

  /** Where nothing is held out, nothing says when to stop. */
  private static void requireEpochs(YamlMap root, ModelKind kind) {
    if (kind.iterative() && !(root.has("training") && root.map("training").has("epochs"))) {
      throw new InputException(
          root.name("training.epochs")
              + " is missing; with split none nothing is held out to stop by, so write the best"
              + " epoch of a run of the same model that was judged");
    }
  }

  private TrainingSpec training(
      YamlMap root, TrainingSpec preset, ModelKind kind, SplitSpec split) {
    if (split instanceof SplitSpec.Everything) {
      requireEpochs(root, kind);
    }
    if (!root.has("training")) {
      return preset;
    }
    YamlMap map = root.map("training");
    TrainingSpec training = ParamsCodec.read(preset, map.values(), map.name(""));
    if (!training.device().matches("auto|cpu|cuda(:\\d{1,2})?")) {
      throw map.wrong("device", "auto, cpu, cuda or one like cuda:1");
    }
    if (training.monitor().ofPredictions() && !kind.has(ModelTrait.PREDICTS)) {
      throw new InputException(
          "%s is %s, but %s makes no predictions; write one like ndcg@10"
              .formatted(map.name("monitor"), training.monitor(), kind.id()));
    }
    for (String key : map.values().keySet()) {
      if (!TrainingKeys.usedBy(kind, training).contains(key)) {
        warnings.add("%s is not used: %s has no use for it".formatted(map.name(key), kind.id()));
      }
    }
    return training;
  }
}
