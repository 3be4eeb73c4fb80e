package io.aisle.core.dataset;

import io.aisle.core.job.JobControl;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.FileForm;
import io.aisle.domain.data.Unjoined;
import io.aisle.domain.experiment.ReviewFile;
import io.aisle.store.KnowledgeWriter;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the texts of reviews. One of a user or an item that the version does not have is left out
 * and counted; so is one without a text, which is no review.
 */
final class ReviewReading {
  private final ReviewFile file;
  private final ImportInput input;
  private final Consumer<KnowledgeWriter.Review> sink;
  private final JobControl control;

  ReviewReading(
      ReviewFile file,
      ImportInput input,
      Consumer<KnowledgeWriter.Review> sink,
      JobControl control) {
    this.file = file;
    this.input = input;
    this.sink = sink;
    this.control = control;
  }

  /** What does not join. */
  List<Unjoined> run(Set<String> users, Set<String> items) {
    Names ofUsers = new Names("users-of-reviews", users);
    Names ofItems = new Names("items-of-reviews", items);
    for (Path each : file.file().map(List::of).orElse(input.files())) {
      read(each, ofUsers, ofItems);
    }
    List<Unjoined> found = new ArrayList<>();
    ofUsers.missing().ifPresent(found::add);
    ofItems.missing().ifPresent(found::add);
    return found;
  }

  private void read(Path path, Names users, Names items) {
    // where they stand in the files of events they are read as these are
    FileForm form = file.file().isPresent() ? FileForm.GUESS : input.mapping().form();
    Optional<TimeParser> times = times(path, form);
    try (FurtherRows rows = FurtherRows.open(path, form, input.guarding())) {
      int user = rows.joined(file.user(), input.guarding().users());
      int item = rows.joined(file.item(), input.guarding().items());
      int rating = rows.column(file.rating());
      int time = rows.column(file.time());
      int title = rows.column(file.title());
      int text = rows.column(file.text());
      for (long row = 0; rows.next(); row++) {
        boolean named = !rows.value(user).isEmpty() && !rows.value(item).isEmpty();
        if (named && !rows.value(text).isEmpty()) {
          boolean known = users.see(rows.value(user)) & items.see(rows.value(item));
          if (known) {
            sink.accept(
                new KnowledgeWriter.Review(
                    rows.value(user),
                    rows.value(item),
                    Numbers.parse(rows.value(rating)),
                    times.map(parser -> parser.parse(rows.value(time))).stream()
                        .flatMapToLong(OptionalLong::stream)
                        .findFirst()
                        .orElse(EventTable.NO_TIME),
                    rows.value(title),
                    rows.value(text)));
          }
        }
        FurtherReading.counted("reviews", row, rows, control);
      }
    }
  }

  /** How the times of a file are read; empty when they have no known format. */
  private Optional<TimeParser> times(Path path, FileForm form) {
    if (file.time().isEmpty()) {
      return Optional.empty();
    }
    FileSample sample = FileSample.of(path, ColumnMapping.GUESS.withForm(form));
    return TimeFormatGuess.of(sample.values(file.time().get()))
        .map(
            guess -> new TimeParser(guess.format(), input.mapping().zone().orElse(ZoneOffset.UTC)));
  }
}
