package io.aisle.core.report;

import io.aisle.core.report.ReportPage.Fact;
import io.aisle.domain.run.RunRecord;
import java.util.ArrayList;
import java.util.List;

/** Says what the figures were measured on: protocol and data. */
final class Origin {
  private final RunRecord first;
  private final RunConfiguration configuration;
  private final int users;

  Origin(Material material) {
    this.first = material.record(0);
    this.configuration = new RunConfiguration(first.configuration());
    this.users = material.comparison().users();
  }

  static String shortHash(String hash) {
    return hash.substring(0, Math.min(8, hash.length()));
  }

  String splitWords() {
    String kind = configuration.text("split", "kind");
    return switch (kind) {
      case "" -> "split not named";
      case "leave-last-out" -> "split leave-last-out";
      case "given" -> "split given by files";
      default -> "split " + kind;
    };
  }

  String candidateWords() {
    String candidates = configuration.text("protocol", "candidates");
    return candidates.isEmpty() || candidates.equals("all")
        ? "all " + Figures.count(first.size().items()) + " items ranked"
        : candidates + " sampled candidates";
  }

  String seenWords() {
    return configuration.text("protocol", "excludeSeen").equals("false")
        ? "seen items allowed"
        : "seen items excluded";
  }

  List<Fact> protocol() {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Split", split()));
    facts.add(new Fact("Candidates", candidateWords()));
    facts.add(
        new Fact(
            "Seen items",
            configuration.text("protocol", "excludeSeen").equals("false")
                ? "may be recommended again"
                : "of the history and the training part are kept out of the lists"));
    facts.add(
        new Fact(
            "History at test",
            configuration.text("protocol", "history").equals("train")
                ? "the training part alone"
                : "training and validation part"));
    facts.add(new Fact("Users judged", Figures.count(users) + " with at least one test item"));
    facts.add(new Fact("Of them cold", Figures.count(first.size().cold()) + " without a history"));
    facts.add(new Fact("Ties", "broken by a seeded hash, never by the order of items"));
    facts.add(
        new Fact(
            "Intervals",
            "95% percentile bootstrap over users, 10,000 resamples, paired across runs"));
    facts.add(
        new Fact("Tests", "paired t-test over users, two-sided, 0.05 after Holm's correction"));
    facts.add(new Fact("Protocol hash", first.protocolHash()));
    return facts;
  }

  private String split() {
    List<String> parts = new ArrayList<>();
    for (Fact fact : configuration.facts("split")) {
      parts.add(fact.name().equals("kind") ? fact.value() : fact.name() + " " + fact.value());
    }
    return String.join(", ", parts);
  }

  List<Fact> data() {
    RunRecord.Size size = first.size();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Data set", first.dataset()));
    facts.add(new Fact("Users", Figures.count(size.users())));
    facts.add(new Fact("Items", Figures.count(size.items())));
    facts.add(new Fact("Training part", Figures.count(size.train()) + " interactions"));
    facts.add(new Fact("Validation part", Figures.count(size.valid()) + " interactions"));
    facts.add(new Fact("Test part", Figures.count(size.test()) + " interactions"));
    for (Fact fact : configuration.facts("prepare")) {
      facts.add(new Fact("Prepared: " + fact.name(), fact.value()));
    }
    facts.add(new Fact("Fingerprint", first.dataFingerprint()));
    return facts;
  }
}
