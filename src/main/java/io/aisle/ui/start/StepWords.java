package io.aisle.ui.start;

import io.aisle.core.job.Job;
import io.aisle.core.start.Finding;
import io.aisle.core.training.TrainingJob;
import io.aisle.domain.job.Progress;
import io.aisle.domain.model.ModelKind;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in words what the steps of a first minute do and find. FX thread only. */
final class StepWords {
  private final Texts texts;
  private final Numbers numbers;

  StepWords(Texts texts, Numbers numbers) {
    this.texts = texts;
    this.numbers = numbers;
  }

  String name(Minute minute, Step step) {
    boolean catalogue = minute.sample().facts().models().isEmpty();
    return texts.of(
        catalogue && step == Step.QUALITY ? "start.step.catalogue" : "start.step." + step.id());
  }

  /** What a step that has not begun will do. */
  String waiting(Minute minute, Step step) {
    return step == Step.TRAIN
        ? names(minute.sample().facts().models())
        : texts.of("start.waiting." + step.id());
  }

  /** What an import is at. */
  String importing(Progress progress) {
    String phase = texts.word("phase.", progress.phase());
    return progress.fraction() < 0
        ? phase
        : texts.of("start.doing", phase, numbers.percent(progress.fraction()));
  }

  /** What each training is at. */
  String training(List<TrainingJob> trainings) {
    return trainings.stream().map(this::training).collect(Collectors.joining("\n"));
  }

  private String training(TrainingJob training) {
    Job<?> job = training.job();
    String name = texts.of("model." + training.experiment().model().kind().id());
    return job.outcome().isPresent()
        ? texts.of("start.training.done", name)
        : texts.of("start.training.doing", name, texts.word("phase.", job.progress().phase()));
  }

  /** What a step without a job of its own is at. */
  String running(Step step) {
    return texts.of("start.running." + step.id());
  }

  String found(Finding finding) {
    return switch (finding) {
      case Finding.Imported(var version, boolean before) when before ->
          texts.of("start.found.before", version.version());
      case Finding.Imported(var version, _) when version.trainable() ->
          texts.of(
              "start.found.imported",
              version.events(),
              version.users(),
              version.items(),
              refused(version.refused().values().stream().mapToLong(Long::longValue).sum()));
      case Finding.Imported(var version, _) ->
          texts.of("start.found.catalogue", version.items(), version.queries());
      case Finding.Quality quality -> quality(quality);
      case Finding.Catalogue c ->
          texts.of("start.found.grades", c.judgements(), c.queries(), c.hopeless());
      case Finding.Trained(List<Finding.Score> scores) ->
          scores.stream().map(this::score).collect(Collectors.joining("\n"));
      case Finding.Compared compared -> compared(compared);
      case Finding.Opened o ->
          texts.of("start.found.user", o.user(), o.history(), o.hits(), o.lists());
    };
  }

  private String refused(long rows) {
    return rows == 0 ? texts.of("start.found.none") : texts.of("start.found.refused", rows);
  }

  private String quality(Finding.Quality quality) {
    String checks = texts.of("start.found.checks", quality.checks(), quality.attention());
    return quality.worst().isEmpty()
        ? checks
        : checks
            + texts.of("start.between")
            + texts.of(
                "start.found.worst", texts.word("reason.", quality.worst()), quality.worstRows());
  }

  private String score(Finding.Score score) {
    return texts.of(
        "start.found.score",
        texts.of("model." + score.model().id()),
        numbers.metric(score.value()),
        numbers.seconds(score.seconds()));
  }

  private String compared(Finding.Compared found) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        texts.of(
            "start.found.leads",
            texts.of("model." + found.leader().id()),
            numbers.metric(found.value()),
            numbers.metric(found.low()),
            numbers.metric(found.high())));
    if (!found.behind().isEmpty()) {
      sentences.add(texts.of("start.found.behind", names(found.behind())));
    }
    if (!found.close().isEmpty()) {
      sentences.add(texts.of("start.found.close", names(found.close())));
    }
    return String.join(texts.of("start.between"), sentences);
  }

  private String names(List<ModelKind> models) {
    return models.stream()
        .map(kind -> texts.of("model." + kind.id()))
        .collect(Collectors.joining(texts.of("start.and")));
  }

  String cancelled() {
    return texts.of("start.cancelled");
  }

  /** What went wrong; the sentence says what to do. */
  String failed(String sentence) {
    return sentence.isEmpty() ? texts.of("start.failed") : texts.sentence(sentence);
  }

  /** The line over the steps. */
  String heading(Minute minute) {
    String title = minute.sample().facts().title().in(texts.locale());
    long done = minute.steps().stream().filter(s -> s.status() == StepState.Status.DONE).count();
    if (minute.running()) {
      return texts.of("start.guide.running", title, done, minute.steps().size());
    }
    return texts.of(minute.complete() ? "start.guide.done" : "start.guide.stopped", title);
  }

  /** What to do next; empty while something goes on. */
  String next(Minute minute) {
    if (minute.running()) {
      return "";
    }
    boolean catalogue = minute.sample().facts().models().isEmpty();
    return texts.of(
        !minute.complete()
            ? "start.next.stopped"
            : catalogue ? "start.next.catalogue" : "start.next.trained");
  }

  String clock(double seconds) {
    return Optional.of(seconds)
        .filter(s -> s < 60)
        .map(s -> texts.of("start.clock.seconds", (long) s.doubleValue()))
        .orElseGet(() -> numbers.seconds(seconds));
  }
}
