package io.aisle.ui.common;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;

/**
 * Looks at running jobs ten times a second. Workers publish at their own pace and never post to the
 * FX thread; what they say more often than that is not seen. FX thread only.
 */
public final class Sampler {
  private static final Duration PERIOD = Duration.millis(100);

  private final List<Runnable> looks = new CopyOnWriteArrayList<>();
  private final Timeline clock = new Timeline(new KeyFrame(PERIOD, event -> look()));

  public Sampler() {
    clock.setCycleCount(Animation.INDEFINITE);
  }

  public void add(Runnable look) {
    looks.add(look);
  }

  public void start() {
    clock.play();
  }

  public void stop() {
    clock.stop();
  }

  private void look() {
    looks.forEach(Runnable::run);
  }
}
