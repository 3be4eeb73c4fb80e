package io.aisle.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.UsersService;
import io.aisle.domain.job.CancelSignal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aisle explain}: why a run shows an item to a user, as JSON. */
@Command(
    name = "explain",
    description =
        "Prints why a run shows an item to a user, as JSON: the history, the attention by layer,"
            + " head, query and key (null where masked), and what each history item contributes.")
final class ExplainCommand implements Callable<Integer> {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final CommandContext context;

  @Option(names = "--run", required = true, paramLabel = "DIR", description = "The run folder.")
  private Path folder;

  @Option(names = "--user", required = true, paramLabel = "U", description = "The user.")
  private String user;

  @Option(
      names = "--item",
      paramLabel = "I",
      description = "The item (default: the top recommendation).")
  private String item;

  ExplainCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    RunFolder run = Folders.withModel(folder);
    try (UsersService service = context.wiring().users()) {
      JsonNode json = service.explainJson(run, user, Optional.ofNullable(item), CancelSignal.NEVER);
      context.console().out().println(JSON.writeValueAsString(json));
    }
    return ExitCode.DONE.code();
  }
}
