package io.aisle.ui.users;

import io.aisle.core.explanation.AttentionViews;
import io.aisle.ui.common.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which attention is shown: of which layer and head, averaged or rolled out. FX thread only. */
public final class AttentionChoice {
  /** Stands for the mean over all heads or layers. */
  public static final int MEAN = AttentionViews.MEAN;

  /** Stands for all heads side by side. */
  public static final int ALL = -2;

  /** Stands for attention rollout through all layers. */
  public static final int ROLLED_OUT = AttentionViews.ROLLED_OUT;

  private final Texts texts;
  private final ObservableList<Integer> layers = FXCollections.observableArrayList();
  private final ObservableList<Integer> heads = FXCollections.observableArrayList();
  private final ObjectProperty<Integer> layer = new SimpleObjectProperty<>(MEAN);
  private final ObjectProperty<Integer> head = new SimpleObjectProperty<>(MEAN);
  private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.CHOICES.getFirst());

  AttentionChoice(Texts texts) {
    this.texts = texts;
  }

  /** Offers what a model has; keeps what was chosen where it can. */
  void offer(AttentionViews views) {
    List<Integer> kept = new ArrayList<>(IntStream.range(0, views.layers()).boxed().toList());
    if (kept.size() > 1) {
      kept.add(MEAN);
    }
    if (views.rolls()) {
      kept.add(ROLLED_OUT);
    }
    List<Integer> several = new ArrayList<>(IntStream.range(0, views.heads()).boxed().toList());
    if (several.size() > 1) {
      several.add(MEAN);
      several.add(ALL);
    }
    offer(layers, kept, layer);
    offer(heads, several, head);
  }

  private static void offer(
      ObservableList<Integer> shown, List<Integer> offered, ObjectProperty<Integer> chosen) {
    Integer before = chosen.get();
    if (!shown.equals(offered)) {
      shown.setAll(offered);
    }
    if (!offered.isEmpty()) {
      boolean kept = before != null && offered.contains(before);
      chosen.set(kept ? before : offered.contains(MEAN) ? MEAN : offered.getFirst());
    }
  }

  /** The layer that is drawn. */
  int drawnLayer() {
    return layer.get() == null ? MEAN : layer.get();
  }

  /** The head that is drawn where one matrix is. */
  int drawnHead() {
    return head.get() == null || head.get() == ALL ? MEAN : head.get();
  }

  /** Whether each head is drawn by itself. */
  boolean byHead() {
    return head.get() != null && head.get() == ALL && drawnLayer() != ROLLED_OUT;
  }

  /** A layer in words. */
  public String layerWords(Integer each) {
    if (each == null) {
      return "";
    }
    return switch (each) {
      case MEAN -> texts.of("attention.layers.mean");
      case ROLLED_OUT -> texts.of("attention.layers.rolled");
      default -> texts.of("attention.layer", each + 1);
    };
  }

  /** A head in words. */
  public String headWords(Integer each) {
    if (each == null) {
      return "";
    }
    return switch (each) {
      case MEAN -> texts.of("attention.heads.mean");
      case ALL -> texts.of("attention.heads.all");
      default -> texts.of("attention.head", each + 1);
    };
  }

  /** Which positions are shown, in words. */
  public String spanWords(Span each) {
    return each.count() == 0
        ? texts.of("attention.whole")
        : texts.of(each.top() ? "attention.top" : "attention.last", each.count());
  }

  /** Layers from 0, {@link #MEAN} and {@link #ROLLED_OUT}; empty without attention. */
  public ObservableList<Integer> layers() {
    return layers;
  }

  /** Heads from 0, {@link #MEAN} and {@link #ALL}; empty without attention. */
  public ObservableList<Integer> heads() {
    return heads;
  }

  public ObjectProperty<Integer> layerProperty() {
    return layer;
  }

  public ObjectProperty<Integer> headProperty() {
    return head;
  }

  /** Which positions are shown. */
  public ObjectProperty<Span> spanProperty() {
    return span;
  }
}
