package io.aisle.ui.start;

import io.aisle.core.dataset.Sample;
import io.aisle.core.dataset.SampleFacts;
import io.aisle.ui.common.Texts;
import java.util.List;

/**
 * A sample as a card.
 *
 * @param facts counts in words
 * @param licence its name
 * @param link where it can be read
 * @param commercial whether commercial use is allowed
 * @param trains whether models can be trained on it
 */
record StartCard(
    String name,
    String title,
    String what,
    String goodFor,
    List<String> facts,
    String licence,
    String link,
    boolean commercial,
    boolean trains) {
  static StartCard of(Sample sample, Texts texts) {
    SampleFacts facts = sample.facts();
    return new StartCard(
        sample.name(),
        facts.title().in(texts.locale()),
        facts.what().in(texts.locale()),
        facts.goodFor().in(texts.locale()),
        facts.counts().entrySet().stream()
            .map(count -> texts.of("start.count." + count.getKey(), count.getValue()))
            .toList(),
        facts.licence().name(),
        facts.licence().link(),
        facts.licence().commercial(),
        !facts.models().isEmpty());
  }
}
