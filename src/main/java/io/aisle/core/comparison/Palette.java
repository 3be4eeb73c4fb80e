package io.aisle.core.comparison;

import io.aisle.domain.model.ModelKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Numbers of series colours, the same in the window and in reports; the style sheets hold the
 * colours themselves. A model has the same colour everywhere; models of different families share
 * one, and where two of a colour meet in one picture, {@link #assign} gives the second another.
 */
public final class Palette {
  /** How many colours there are. */
  public static final int SIZE = 10;

  /** The grey of what everybody gets, and of lists whose model is not known. */
  private static final int GREY = 5;

  private Palette() {}

  /**
   * The colour of a model, from 0.
   *
   * @param model null for lists of another system
   */
  public static int of(ModelKind model) {
    return switch (model) {
      case null -> GREY;
      case POPULARITY -> GREY;
      case SASREC, DIN -> 0;
      case EASE, MLP -> 1;
      case ALS, GRU4REC, FM -> 2;
      case BPR, BERT4REC -> 3;
      case ITEM_KNN, LOGISTIC_REGRESSION -> 4;
      case MF, CASER, NEUMF -> 6;
      case MARKOV, LIGHTGCN, DEEPFM -> 7;
      case SLIM, CROSS_ATTENTION -> 8;
      case USER_KNN, GAT, TWO_TOWER -> 9;
      default -> inTurn(model);
    };
  }

  /** Neighbours in the list of models, which are mostly of one family, differ; none is grey. */
  private static int inTurn(ModelKind model) {
    int turn = model.ordinal() % (SIZE - 1);
    return turn < GREY ? turn : turn + 1;
  }

  /**
   * A colour for each run of one picture: its model's own where that is free, else the next free
   * one; repeated only when there are more runs than colours.
   *
   * @param models of the runs, first served first; null for lists of another system
   */
  public static int[] assign(List<ModelKind> models) {
    List<Integer> free = new ArrayList<>();
    for (int colour = 0; colour < SIZE; colour++) {
      free.add(colour);
    }
    List<Integer> colours = new ArrayList<>(Collections.nCopies(models.size(), null));
    for (int run = 0; run < models.size(); run++) {
      Integer own = of(models.get(run));
      if (free.remove(own)) {
        colours.set(run, own);
      }
    }
    for (int run = 0; run < models.size(); run++) {
      if (colours.get(run) == null) {
        colours.set(run, free.isEmpty() ? of(models.get(run)) : free.removeFirst());
      }
    }
    return colours.stream().mapToInt(Integer::intValue).toArray();
  }
}
