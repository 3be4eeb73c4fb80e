package io.aisle.ui.dataset;

/** A bundled data set as a card. */
public record SampleCard(String name, String title, String summary) {
  @Override
  public String toString() {
    return title;
  }
}
