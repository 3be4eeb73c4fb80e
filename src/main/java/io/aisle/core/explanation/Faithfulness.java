package io.aisle.core.explanation;

import java.util.List;
import java.util.Optional;

/**
 * Whether taking away what attention names moves an item further than taking away another item of
 * the history (comprehensiveness, as DeYoung and others, ERASER, ACL 2020, ask it of words).
 *
 * @param users how many are behind the figures: 1 for one user's
 * @param places how many history items were taken away, one at a time
 * @param figures one for each view of the attention and each measure
 */
public record Faithfulness(int users, int places, List<Figure> figures) {
  public Faithfulness {
    figures = List.copyOf(figures);
  }

  /** How the attention over the history is made one weight for each item. */
  public enum View {
    /** Averaged over heads and layers. */
    MEAN,
    /** Followed through the layers. */
    ROLLOUT
  }

  /** What is measured of the item. */
  public enum Measure {
    /** Ranks that it falls. */
    RANK,
    /** How far its score falls, in standard deviations of the user's scores. */
    SCORE
  }

  /** What the figure says. */
  public enum Verdict {
    /** What attention names moves the item further than chance does, and by enough. */
    EXPLAINS,
    /** It moves it further, surely, but by less than what counts. */
    SLIGHT,
    /** The interval holds 0, or chance moves it further. */
    LITTLE,
    /** Too few history items to say. */
    TOO_SHORT
  }

  /**
   * One figure. A model's is the mean over its users.
   *
   * @param top index within the history of the item that attention names; -1 for a model's
   * @param named how far the item falls without what attention names
   * @param random the mean of how far it falls without another item of the history
   * @param low lower end of the 95% interval of {@code named - random}
   * @param high upper end of it
   * @param least what {@code named - random} must come to for attention to explain anything
   */
  public record Figure(
      View view,
      Measure measure,
      int top,
      double named,
      double random,
      double low,
      double high,
      double least,
      Verdict verdict) {}

  /** The figure of a view: in ranks where they move at all, else in scores. */
  public Optional<Figure> of(View view) {
    List<Figure> own = figures.stream().filter(each -> each.view() == view).toList();
    return own.stream()
        .filter(each -> each.measure() == Measure.RANK)
        .filter(each -> each.named() != 0 || each.random() != 0)
        .findFirst()
        .or(() -> own.stream().filter(each -> each.measure() == Measure.SCORE).findFirst());
  }
}
