package io.aisle.app.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.profile.ProfilePart;
import io.aisle.core.dataset.profile.Statistic;
import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.training.RunJson;
import io.aisle.domain.InputException;
import io.aisle.domain.data.DatasetVersion;
import io.aisle.domain.job.CancelSignal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code aisle profile}: the figures behind the charts of a version. */
@Command(
    name = "profile",
    description = {
      "Prints the figures that the profile of a version is drawn from, as JSON by statistic:",
      "events over time, long tails, funnel, hours, activity, prices, baskets and more."
    })
final class ProfileCommand implements Callable<Integer> {
  private final CommandContext context;

  @Parameters(
      index = "0",
      paramLabel = "DATASET",
      description = "Data set (its newest version), or a version of it such as shop:2.")
  private String dataset;

  @Parameters(
      index = "1..*",
      paramLabel = "STATISTIC",
      description = "Such as time, items or baskets (default: all).")
  private List<String> names = List.of();

  ProfileCommand(CommandContext context) {
    this.context = context;
  }

  @Override
  public Integer call() throws JsonProcessingException {
    List<Statistic> wanted =
        names.isEmpty()
            ? List.of(Statistic.values())
            : names.stream().map(ProfileCommand::statistic).distinct().toList();
    try (ProgressLine progress = new ProgressLine(context.console(), "counting");
        CallerJobRunner jobs = new CallerJobRunner(progress, CancelSignal.NEVER)) {
      DatasetService datasets = context.wiring().datasets();
      DatasetVersion version = datasets.require(dataset);
      Map<String, ProfilePart> parts = new LinkedHashMap<>();
      for (Statistic each : wanted) {
        parts.put(
            each.id(),
            Failures.value(
                jobs.submit(
                        "profile",
                        JobNeeds.LIGHT,
                        control -> datasets.statistic(version.id(), each, control))
                    .outcome()
                    .orElseThrow()));
      }
      context.console().out().println(json(parts));
    }
    return ExitCode.DONE.code();
  }

  private static String json(Map<String, ProfilePart> parts) throws JsonProcessingException {
    SimpleModule days =
        new SimpleModule().addSerializer(LocalDate.class, ToStringSerializer.instance);
    return RunJson.mapper().rebuild().addModule(days).build().writeValueAsString(parts);
  }

  private static Statistic statistic(String name) {
    return Arrays.stream(Statistic.values())
        .filter(each -> each.id().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "There is no statistic %s; choose from %s.".formatted(name, known())));
  }

  private static String known() {
    return Arrays.stream(Statistic.values()).map(Statistic::id).collect(Collectors.joining(", "));
  }
}
