package io.aisle.ui.users;

import io.aisle.core.explanation.Explanation;
import io.aisle.core.explanation.Faithfulness;
import io.aisle.core.explanation.Faithfulness.View;
import io.aisle.core.training.RunFolder;
import io.aisle.core.users.UsersService;
import io.aisle.ui.chart.BarPairs;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Numbers;
import io.aisle.ui.common.Slot;
import io.aisle.ui.common.Texts;
import io.aisle.ui.common.ViewOrigin;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/**
 * What each history item adds, beside what attention gives it, and whether attention matters. FX
 * thread only.
 */
public final class MatterViewModel {
  /** Users that a model's figure is drawn from. */
  private static final int SAMPLE = 200;

  private final AttentionViewModel attention;
  private final UsersService service;
  private final Texts texts;
  private final FaithfulnessWords words;
  private final Slot<Optional<Faithfulness>> slot;
  private final ObjectProperty<Boolean> rolledOut = new SimpleObjectProperty<>(false);
  private final BooleanProperty byAttention = new SimpleBooleanProperty();
  private final ReadOnlyBooleanWrapper attends = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<BarPairs.Pair>> pairs =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ReadOnlyObjectWrapper<FaithfulnessWords.Said> said =
      new ReadOnlyObjectWrapper<>(FaithfulnessWords.Said.NOTHING);
  private Faithfulness ofModel;

  public MatterViewModel(
      AttentionViewModel attention,
      UsersService service,
      ItemFocus focus,
      Background background,
      Texts texts,
      Numbers numbers) {
    this.attention = attention;
    this.service = service;
    this.texts = texts;
    this.words = new FaithfulnessWords(texts, numbers);
    this.slot = background.slot(texts.of("users.job.faithful"));
    attention.explanationProperty().subscribe((before, now) -> explained());
    focus.itemProperty().subscribe((before, now) -> draw());
    rolledOut.subscribe((before, now) -> draw());
    byAttention.subscribe((before, now) -> draw());
  }

  private void explained() {
    slot.clear();
    ofModel = null;
    draw();
  }

  private void draw() {
    Explanation shown = attention.explanationProperty().get();
    attends.set(shown != null && !shown.attention().isEmpty());
    if (shown == null) {
      pairs.set(List.of());
      said.set(FaithfulnessWords.Said.NOTHING);
      return;
    }
    View view = rolledOut.get() ? View.ROLLOUT : View.MEAN;
    pairs.set(
        AttentionCells.pairs(
            attention.names(),
            shown,
            view == View.MEAN ? shown.attentionMean() : shown.attentionRollout(),
            attends.get() && byAttention.get()));
    if (ofModel != null) {
      said.set(words.ofModel(ofModel, view));
    } else if (shown.faithfulness() != null) {
      said.set(words.ofUser(shown.faithfulness(), view));
    } else {
      String key = shown.additive() ? "contributions.additive" : "contributions.tip";
      said.set(new FaithfulnessWords.Said(texts.of(key), Tone.PLAIN));
    }
  }

  /** Asks the same of the model as a whole, over a sample of its users. */
  public void askModel() {
    AttentionViewModel.Asked asked = attention.askedProperty().get();
    if (attends.get() && asked.run() != null) {
      slot.read(
          control ->
              service
                  .explanations()
                  .faithfulness(new RunFolder(asked.run().path()), SAMPLE, control),
          found -> {
            ofModel = found.orElse(null);
            draw();
          });
    }
  }

  /** Whether the attention is followed through the layers, not averaged. */
  public ObjectProperty<Boolean> rolledOutProperty() {
    return rolledOut;
  }

  /** Whether bars are ordered by attention, not by contribution. */
  public BooleanProperty byAttentionProperty() {
    return byAttention;
  }

  /** Whether the model has attention. */
  public ReadOnlyBooleanProperty attendsProperty() {
    return attends.getReadOnlyProperty();
  }

  /** What the strongest history items add, and how much attention they get. */
  public ReadOnlyObjectProperty<List<BarPairs.Pair>> pairsProperty() {
    return pairs.getReadOnlyProperty();
  }

  /** Whether what attention names matters. */
  ReadOnlyObjectProperty<FaithfulnessWords.Said> saidProperty() {
    return said.getReadOnlyProperty();
  }

  /** Whether the model is being asked. */
  public ReadOnlyBooleanProperty busyProperty() {
    return slot.busyProperty();
  }

  /** Where it all comes from, for a report. */
  Optional<ViewOrigin> origin() {
    return attention
        .origin()
        .map(from -> from.as(texts.of("contributions.origin", from.caption()), from.commands()));
  }
}
