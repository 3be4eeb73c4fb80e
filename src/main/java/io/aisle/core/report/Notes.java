package io.aisle.core.report;

import java.util.ArrayList;
import java.util.List;

/** How the figures are to be read, and what they cannot say. */
final class Notes {
  private final Material material;

  Notes(Material material) {
    this.material = material;
  }

  List<String> all() {
    List<String> notes = new ArrayList<>();
    notes.add(
        "A verdict is about the mean over these users under this protocol. \"Too close to call\""
            + " means that the users at hand do not decide it, not that the runs are equally"
            + " good.");
    notes.add(
        "The effect d_z is the mean of the paired differences over their standard deviation. Unlike"
            + " p it does not grow with the users: 0.2 is small, 0.5 medium, 0.8 large.");
    notes.add(
        "The intervals cover which users happened to be in the data. They do not cover another"
            + " split, another seed or other parameters.");
    if (material.rows().stream().map(row -> row.record().seed()).distinct().count() == 1
        && material.size() > 1) {
      notes.add(
          "Every run here has one seed (%d); a model that learns from random starts varies from seed to seed."
              .formatted(material.record(0).seed()));
    }
    notes.add(
        "This is an offline comparison: it says how well the lists meet what users did next under"
            + " what they were shown then. What they would do with these lists, an experiment in"
            + " the shop must tell.");
    notes.add(
        "The epoch of a run is chosen on the validation part; the test part is used for nothing but"
            + " the figures above. Whoever chooses between many runs by them should confirm the"
            + " choice on newer data.");
    notes.add(
        "Times and memory were measured on the machine that ran it, with whatever else it did.");
    if (!new Origin(material).candidateWords().startsWith("all ")) {
      notes.add(
          "Only sampled candidates were ranked: such figures are higher than those over the whole"
              + " catalogue, and can order models differently.");
    }
    if (!material.lists().problem().isEmpty()) {
      notes.add(
          "Agreement and groups are left out, because the lists cannot be read: %s."
              .formatted(material.lists().problem()));
    }
    return notes;
  }
}
