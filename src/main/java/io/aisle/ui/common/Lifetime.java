package io.aisle.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.util.Subscription;

/**
 * What the content of the window has subscribed to in things that live longer than it: settings,
 * notices, the system's colours. All of it ends before the window is built anew, so that nothing
 * holds the old content. FX thread only.
 */
public final class Lifetime {
  private final List<Subscription> subscriptions = new ArrayList<>();

  public void add(Subscription subscription) {
    subscriptions.add(subscription);
  }

  public void end() {
    subscriptions.forEach(Subscription::unsubscribe);
    subscriptions.clear();
  }
}
