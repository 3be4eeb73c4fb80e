package io.aisle.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

class NoticesTest {
  private final Notices notices = new Notices(Runnable::run);

  @Test
  void whatIsToldAgainIsShownOnceAndKeptTwice() {
    Notices notices = new Notices(Runnable::run);
    notices.error("the disk is full", "");
    notices.error("another", "");
    notices.error("the disk is full", "");
    assertThat(notices.shown())
        .extracting(Notice::sentence)
        .containsExactly("another", "the disk is full");
    assertThat(notices.all()).hasSize(3);
  }

  @Test
  void atMostThreeAreShownAndErrorsGoLast() {
    notices.error("first", "A");
    notices.done("second");
    notices.error("third", "B");
    notices.done("fourth");
    assertThat(notices.shown())
        .extracting(Notice::sentence)
        .containsExactly("first", "third", "fourth");
    notices.error("fifth", "C");
    notices.error("sixth", "D");
    assertThat(notices.shown())
        .extracting(Notice::sentence)
        .containsExactly("third", "fifth", "sixth");
    assertThat(notices.all()).hasSize(6).first().extracting(Notice::sentence).isEqualTo("sixth");
  }

  @Test
  void errorsAreCountedUntilTheListIsLookedAt() {
    notices.error("one", "");
    notices.done("two");
    notices.error("three", "");
    assertThat(notices.unreadProperty().get()).isEqualTo(2);
    notices.dismiss();
    assertThat(notices.shown()).hasSize(2);
    assertThat(notices.newestProperty().get().sentence()).isEqualTo("two");
    notices.read();
    assertThat(notices.unreadProperty().get()).isZero();
    assertThat(notices.all()).hasSize(3);
  }

  @Test
  void anOfferIsWithdrawnAndItsNoticeStays() {
    List<String> done = new ArrayList<>();
    notices.done("made", "Look at it", () -> done.add("looked"));
    notices.shown().getFirst().offer().orElseThrow().run().run();
    assertThat(done).containsExactly("looked");
    notices.withdrawOffers();
    assertThat(notices.all().getFirst().offer()).isEmpty();
    assertThat(notices.shown()).hasSize(1);
  }

  @Test
  void anOfferIsTakenOnceFromTheListAfterItsNoticeHasLeft() {
    List<String> done = new ArrayList<>();
    notices.done("erased", "Train again", () -> done.add("trained"));
    notices.dismiss();
    Notice listed = notices.all().getFirst();
    assertThat(listed.offer()).isPresent();
    notices.take(listed);
    assertThat(done).containsExactly("trained");
    assertThat(notices.all()).singleElement().matches(kept -> kept.offer().isEmpty());
  }

  @Test
  void listenersOfTheListsSurviveAGarbageCollection() {
    List<Integer> sizes = new ArrayList<>();
    notices
        .shown()
        .addListener((ListChangeListener<Notice>) change -> sizes.add(change.getList().size()));
    System.gc();
    notices.done("made");
    assertThat(sizes).containsExactly(1);
  }
}
