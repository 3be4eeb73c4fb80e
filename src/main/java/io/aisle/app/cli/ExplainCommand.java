package io.aisle.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.aisle.core.explanation.EditSection;
import io.aisle.core.explanation.ExplanationService;
import io.aisle.core.explanation.Faithfulness;
import io.aisle.core.explanation.FeatureShares;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.RunJson;
import io.aisle.core.users.UsersService;
import io.aisle.domain.InputException;
import io.aisle.domain.job.CancelSignal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aisle explain}: why a run shows what it shows to a user, as JSON. */
@Command(
    name = "explain",
    description = {
      "Prints why a run shows an item to a user, as JSON: the history, the attention by layer,",
      "head, query and key (null where masked), what each history item contributes, and whether",
      "taking away what the attention names matters. With --why-not: where another item stands and",
      "what would bring it in. With --what-if: the lists after edits of the history. With",
      "--faithfulness: whether the attention matters over a sample of users. With --features: what",
      "each feature that a click model reads adds to the score of the item, with its error."
    })
final class ExplainCommand implements Callable<Integer> {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final CommandContext context;

  @Option(names = "--run", required = true, paramLabel = "DIR", description = "The run folder.")
  private Path folder;

  @Option(names = "--user", paramLabel = "U", description = "The user.")
  private String user;

  @Option(
      names = "--item",
      paramLabel = "I",
      description = "The item (default: the top recommendation).")
  private String item;

  @Option(
      names = "--why-not",
      paramLabel = "I",
      description = "Says why an item is not in the user's list.")
  private String whyNot;

  @Option(
      names = "--what-if",
      paramLabel = "EDITS.yaml",
      description = "Prints the user's list after edits of the history.")
  private Path whatIf;

  @Option(
      names = "--faithfulness",
      description = "Measures over a sample of users whether the attention matters.")
  private boolean faithfulness;

  @Option(
      names = "--users",
      paramLabel = "N",
      defaultValue = "200",
      description = "Users of --faithfulness (default: 200).")
  private int users;

  @Option(
      names = "--features",
      description = "Prints what each feature of user, moment and item adds to the score.")
  private boolean features;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "" + ExplanationService.FEATURE_SAMPLES,
      description = "Interactions that --features compares with (default: ${DEFAULT-VALUE}).")
  private int samples;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Draws the interactions of --features (default: the run's seed).")
  private Long seed;

  @Option(
      names = "-k",
      paramLabel = "K",
      defaultValue = "10",
      description = "Length of the list for --why-not and --what-if (default: 10).")
  private int k;

  @Mixin private LicenceOption licence;

  ExplainCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    check();
    RunFolder run = Folders.withModel(folder);
    licence.remind(context.console(), run.path().toString(), run.licence());
    try (UsersService service = context.wiring().users()) {
      context.console().out().println(JSON.writeValueAsString(answer(run, service)));
    }
    return ExitCode.DONE.code();
  }

  private void check() {
    long asked =
        Stream.of(item != null && !features, whyNot != null, whatIf != null, faithfulness, features)
            .filter(each -> each)
            .count();
    if (asked > 1) {
      throw new InputException(
          "--item, --why-not, --what-if, --faithfulness and --features ask different things; name"
              + " one of them, or --item together with --features");
    }
    if (!faithfulness && user == null) {
      throw new InputException("explain needs a user; name one with --user");
    }
    if (samples < 2 || samples > 100_000) {
      throw new InputException(
          "--samples is %d, but it must be at least 2 and at most 100000".formatted(samples));
    }
    if (users < 1 || k < 1 || k > 100_000) {
      throw new InputException(
          "--users is %d and -k is %d, but they must be at least 1, and -k at most 100000"
              .formatted(users, k));
    }
  }

  private Object answer(RunFolder run, UsersService service) {
    ExplanationService explanations = service.explanations();
    CancelSignal never = CancelSignal.NEVER;
    if (whyNot != null) {
      return tree(explanations.whyNot(run, user, whyNot, k, never));
    }
    if (whatIf != null) {
      return tree(explanations.whatIf(List.of(run), user, EditSection.readFile(whatIf), k, never));
    }
    if (faithfulness) {
      return tree(faithfulness(run, explanations));
    }
    if (features) {
      return tree(features(run, explanations));
    }
    return service.explainJson(run, user, Optional.ofNullable(item), never);
  }

  private FeatureShares features(RunFolder run, ExplanationService explanations) {
    return explanations
        .features(
            run,
            user,
            Optional.ofNullable(item),
            samples,
            seed == null ? run.record().seed() : seed,
            CancelSignal.NEVER)
        .orElseThrow(
            () ->
                new InputException(
                    "%s holds a model whose scores are not made of features; name a run of a click model, such as fm"
                        .formatted(run.path())));
  }

  private Faithfulness faithfulness(RunFolder run, ExplanationService explanations) {
    try (ProgressLine progress = new ProgressLine(context.console(), "");
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      return Failures.value(
              jobs.submit(
                      "faithfulness",
                      JobNeeds.LIGHT,
                      control -> explanations.faithfulness(run, users, control))
                  .outcome()
                  .orElseThrow())
          .orElseThrow(
              () ->
                  new InputException(
                      "%s holds a model without attention; name a run of one that has it"
                          .formatted(run.path())));
    }
  }

  private static ObjectNode tree(Object answer) {
    return RunJson.mapper().valueToTree(answer);
  }
}
