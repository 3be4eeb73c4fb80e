package io.aisle.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.aisle.domain.settings.Session.Window;
import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
  private static final Rectangle2D LEFT = new Rectangle2D(0, 25, 1440, 875);
  private static final Rectangle2D RIGHT = new Rectangle2D(1440, 0, 2560, 1440);

  private static Window fit(Window wanted, Rectangle2D... screens) {
    return WindowPlace.fit(wanted, screens[0], List.of(screens));
  }

  @Test
  void aPlaceOnASecondScreenIsKept() {
    Window wanted = new Window(1800, 100, 1600, 1000, true);
    assertThat(fit(wanted, LEFT, RIGHT)).isEqualTo(wanted);
  }

  @Test
  void whenTheScreenIsGoneTheWindowComesToTheFirst() {
    Window place = fit(new Window(1800, 100, 1600, 1000, false), LEFT);
    assertThat(place).isEqualTo(new Window(0, 25, 1440, 875, false));
  }

  @Test
  void aTitleAboveTheScreenComesDown() {
    assertThat(fit(new Window(100, -10, 1200, 800, false), LEFT).y()).isEqualTo(25);
    assertThat(fit(new Window(100, -300, 1200, 800, false), LEFT))
        .isEqualTo(new Window(120, 62.5, 1200, 800, false));
  }

  @Test
  void theFirstTimeItStandsInTheMiddle() {
    assertThat(fit(null, RIGHT)).isEqualTo(new Window(2000, 270, 1440, 900, false));
  }

  @Test
  void aMaximisedWindowRemembersTheSizeItGoesBackTo() {
    Window before = new Window(10, 20, 1200, 800, false);
    Window now = new Window(0, 0, 1920, 1080, true);
    assertThat(WindowPlace.merged(before, now)).isEqualTo(new Window(10, 20, 1200, 800, true));
  }
}
