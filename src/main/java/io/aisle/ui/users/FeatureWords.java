package io.aisle.ui.users;

import io.aisle.core.explanation.FeatureShares;
import io.aisle.core.explanation.FeatureShares.Share;
import io.aisle.core.explanation.FeatureShares.Unit;
import io.aisle.domain.experiment.ContextFeature;
import io.aisle.domain.experiment.FieldName;
import io.aisle.ui.chart.ErrorBars;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Texts;
import java.util.List;
import java.util.Locale;

/** Says what features add to a score. */
record FeatureWords(Texts texts, Numbers numbers) {
  List<ErrorBars.Bar> bars(FeatureShares shares) {
    return shares.features().stream()
        .map(each -> new ErrorBars.Bar(name(shares, each), each.part(), each.low(), each.high()))
        .toList();
  }

  private String name(FeatureShares shares, Share share) {
    if (share.side() == FieldName.Side.HISTORY) {
      return texts.of("features.history", Integer.parseInt(share.values().getFirst()));
    }
    if (share.side() == FieldName.Side.CONTEXT) {
      ContextFeature read = ContextFeature.valueOf(share.name().toUpperCase(Locale.ROOT));
      return valued(
          MomentWords.name(texts, read),
          share.values().stream()
              .map(each -> MomentWords.value(texts, read, MomentWords.number(read, each)))
              .toList());
    }
    if (share.name().isEmpty()) {
      return share.side() == FieldName.Side.USER
          ? texts.of("features.user", shares.user())
          : texts.of("features.item", ListsViewModel.name(shares.title(), shares.item()));
    }
    return valued(share.name(), share.values());
  }

  private String valued(String feature, List<String> values) {
    return texts.of(
        "features.value",
        feature,
        values.isEmpty()
            ? texts.of("features.unknown")
            : String.join(texts.of("whynot.comma"), values));
  }

  /** What the bars lead from and to. */
  String summary(FeatureShares shares) {
    String score = number(shares.score());
    String base = number(shares.base());
    String samples = numbers.count(shares.samples());
    return shares.unit() == Unit.LOG_ODDS
        ? texts.of("features.odds", score, numbers.percent(shares.probability()), base, samples)
        : texts.of("features.score", score, base, samples);
  }

  private String number(double value) {
    return numbers.effect(value);
  }
}
