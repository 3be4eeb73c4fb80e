package io.aisle.core.explanation;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the numbers of an explanation mean, for whoever reads its JSON. */
final class Notes {
  private Notes() {}

  /**
   * @param additive whether the contributions add up to the score
   */
  static Map<String, String> of(boolean additive) {
    Map<String, String> notes = new LinkedHashMap<>();
    notes.put("score", "the run's score of the item for this user, in the model's own unit");
    notes.put(
        "contributions",
        additive
            ? "for each history item: its part of the score, in closed form; the parts add up to"
                + " the score"
            : "for each history item: the item's score from the whole history minus its score from"
                + " the history without that item; positive speaks for the item; they need not add"
                + " up to the score. Both are computed from the history alone, without what the"
                + " model may have stored about the user");
    notes.put(
        "attention",
        "weights by layer, head, query position and key position; column 0 is the history item at"
            + " index 'first', and so is row 0, unless there is one row only: then the user asks;"
            + " null is masked; each row sums to 1. Attention says what was read, not what was"
            + " decisive: see contributions and faithfulness");
    notes.put(
        "attentionMean",
        "what the score is read from looks at, averaged over heads and layers; entry 0 is the"
            + " history item at index 'first'; sums to 1");
    notes.put("attentionRollout", "the same followed through the layers (Abnar and Zuidema, 2020)");
    notes.put(
        "faithfulness",
        "how far the item falls when the history item that attention names most is taken away"
            + " (named), against the mean over the other history items (random); the interval is"
            + " that of the difference; EXPLAINS when it lies above 0 and the difference is at"
            + " least 'least', SLIGHT when it is less");
    return notes;
  }
}
