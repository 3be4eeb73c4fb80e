package io.aisle.ui.users;

import io.aisle.core.explanation.Named;
import io.aisle.core.explanation.WhyNot;
import io.aisle.core.explanation.WhyNot.Pull;
import io.aisle.core.explanation.WhyNot.State;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.UsersService;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Why an item is not in the list of the run that is asked. FX thread only. */
public final class WhyNotViewModel {
  private final AttentionViewModel attention;
  private final UsersService service;
  private final Texts texts;
  private final Numbers numbers;
  private final Slot<WhyNot> slot;
  private final ReadOnlyStringWrapper answer = new ReadOnlyStringWrapper("");

  public WhyNotViewModel(
      AttentionViewModel attention,
      UsersService service,
      Background background,
      Texts texts,
      Numbers numbers) {
    this.attention = attention;
    this.service = service;
    this.texts = texts;
    this.numbers = numbers;
    this.slot = background.slot(texts.of("users.job.whynot"));
    attention
        .askedProperty()
        .subscribe(
            (before, now) -> {
              slot.clear();
              answer.set("");
            });
  }

  /** Asks about an item, by its id. */
  public void ask(String item) {
    AttentionViewModel.Asked asked = attention.askedProperty().get();
    if (asked.user() == null || asked.run() == null) {
      return;
    }
    answer.set(texts.of("attention.wait"));
    slot.read(
        control ->
            service
                .explanations()
                .whyNot(
                    new RunFolder(asked.run().path()),
                    asked.user(),
                    item,
                    ListsViewModel.DEPTH,
                    control),
        found -> answer.set(words(asked.run().name(), found)),
        () -> answer.set(""));
  }

  private String words(String run, WhyNot found) {
    List<String> lines = new ArrayList<>();
    lines.add(state(run, found));
    if (found.state() == State.BELOW && found.last() != null) {
      lines.add(texts.of("whynot.gap", numbers.metric(found.gap()), name(found.last())));
    }
    if (!found.up().isEmpty()) {
      lines.add(texts.of("whynot.up", pulls(found.up())));
    }
    if (!found.down().isEmpty()) {
      lines.add(texts.of("whynot.down", pulls(found.down())));
    }
    if (found.up().isEmpty() && found.down().isEmpty()) {
      lines.add(texts.of("whynot.nothing"));
    }
    if (found.state() == State.BELOW) {
      lines.add(change(found));
    }
    return String.join("\n", lines);
  }

  private String state(String run, WhyNot found) {
    String item = name(found.item());
    return switch (found.state()) {
      case LISTED -> texts.of("whynot.LISTED", run, item, found.place());
      case BELOW -> texts.of("whynot.BELOW", run, item, numbers.count(found.rank()));
      case SEEN -> texts.of("whynot.SEEN", run, item, numbers.count(found.rank()));
      case BLOCKED -> texts.of("whynot.BLOCKED", run, item);
      case RULED_OUT -> texts.of("whynot.RULED_OUT", run, item, found.rank(), found.rule());
    };
  }

  private String change(WhyNot found) {
    WhyNot.Change change = found.change();
    if (!change.found()) {
      return texts.of("whynot.change.none", numbers.count(change.tried()));
    }
    if (change.removed().isEmpty() && change.added().isEmpty()) {
      return texts.of("whynot.change.stored");
    }
    String steps =
        Stream.concat(
                change.removed().stream()
                    .map(each -> texts.of("whynot.change.remove", name(each.item()))),
                change.added().stream().map(each -> texts.of("whynot.change.add", name(each))))
            .collect(Collectors.joining(texts.of("whynot.and")));
    return texts.of("whynot.change", steps, change.rank());
  }

  private String pulls(List<Pull> pulls) {
    return pulls.stream()
        .map(each -> texts.of("whynot.pull", name(each.item()), numbers.metric(each.amount())))
        .collect(Collectors.joining(texts.of("whynot.comma")));
  }

  private static String name(Named item) {
    return ListsViewModel.name(item.title(), item.item());
  }

  /** What was found out, a sentence a line; empty when nothing was asked. */
  public ReadOnlyStringProperty answerProperty() {
    return answer.getReadOnlyProperty();
  }

  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }
}
