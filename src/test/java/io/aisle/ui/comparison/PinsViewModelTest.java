package io.aisle.ui.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.core.job.CallerJobRunner;
import io.aisle.core.report.pin.Pin;
import io.aisle.core.report.pin.Pinboard;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinsViewModelTest {
  private final Notices notices = new Notices(Runnable::run);

  @TempDir Path folder;
  private PinsViewModel model;

  @BeforeEach
  void open() {
    model = model();
    model.keep(draft("one"));
    model.keep(draft("two"));
    model.keep(draft("three"));
  }

  private PinsViewModel model() {
    return new PinsViewModel(
        new Pinboard(folder, Clock.systemUTC()),
        new Background(new CallerJobRunner(), Runnable::run, notices),
        notices,
        new Texts(Locale.ENGLISH));
  }

  private static Pin draft(String title) {
    return new Pin("", 0, null, title, "", "", "", List.of(), List.of(), List.of(), List.of(), "");
  }

  private List<String> titles() {
    return model.pins().stream().map(PinnedRow::title).toList();
  }

  @Test
  void movesWithinTheEnds() {
    model.move(model.pins().get(2), -1);
    assertThat(titles()).containsExactly("one", "three", "two");
    model.move(model.pins().getFirst(), -1);
    model.move(model.pins().getLast(), 1);
    assertThat(titles()).containsExactly("one", "three", "two");
  }

  @Test
  void whatWasRemovedCanBeTakenBackToItsPlace() {
    model.remove(model.pins().get(1));
    assertThat(titles()).containsExactly("one", "three");
    notices.newestProperty().get().offer().orElseThrow().run().run();
    assertThat(titles()).containsExactly("one", "two", "three");
  }

  @Test
  void aViewWithRowsOfAUserNamesWhatTheirLicenceRestricts() {
    model.keep(draft("free"), () -> "CC0 1.0");
    model.keep(draft("bound").withCaption("user 7"), () -> "CC BY-NC 4.0");
    assertThat(model.pins().get(3).pin().caption()).isEmpty();
    assertThat(model.pins().get(4).pin().caption())
        .isEqualTo("user 7 · restricted licence (no commercial use): CC BY-NC 4.0");
  }

  @Test
  void wordsStayWithTheViewForTheNextStart() {
    model.note(model.pins().getFirst(), "look here");
    PinsViewModel later = model();
    later.refresh();
    assertThat(later.pins().getFirst().note()).isEqualTo("look here");
    assertThat(later.pins()).isEqualTo(model.pins());
  }
}
