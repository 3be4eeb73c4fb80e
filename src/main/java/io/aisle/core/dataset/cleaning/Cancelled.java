package io.aisle.core.dataset.cleaning;

import io.aisle.domain.data.CleaningStep;
import io.aisle.domain.data.ColumnRole;
import it.unimi.dsi.fastutil.ints.Int2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import java.util.BitSet;

/** Drops cancellations, and the purchases that they cancel. */
final class Cancelled {
  private final EventFrame frame;
  private final CleaningStep.Cancellations step;
  private final BitSet gone = new BitSet();

  private Cancelled(EventFrame frame, CleaningStep.Cancellations step) {
    this.frame = frame;
    this.step = step;
  }

  static void drop(EventFrame frame, CleaningStep.Cancellations step) {
    Cancelled cancelled = new Cancelled(frame, step);
    if (step.withPurchases()) {
      cancelled.pair();
    }
    frame.keep(event -> !cancelled.isOne(event) && !cancelled.gone.get(event));
  }

  private boolean isOne(int event) {
    return frame.numbers(ColumnRole.QUANTITY)[event] < 0
        || !step.invoicePrefix().isEmpty() && cancelledInvoice(event);
  }

  private boolean cancelledInvoice(int event) {
    String invoice = frame.texts(ColumnRole.SESSION).get(event);
    int prefix = step.invoicePrefix().length();
    return invoice != null
        && invoice.startsWith(step.invoicePrefix())
        && invoice.length() > prefix
        && Character.isDigit(invoice.charAt(prefix));
  }

  private void pair() {
    Int2ObjectOpenHashMap<IntArrayList> open = new Int2ObjectOpenHashMap<>();
    int user = -1;
    for (int event : frame.byUserAndTime()) {
      if (frame.user()[event] != user) {
        user = frame.user()[event];
        open.clear();
      }
      IntArrayList purchases =
          open.computeIfAbsent(frame.item()[event], each -> new IntArrayList());
      if (isOne(event)) {
        take(purchases, pieces(event));
      } else {
        purchases.add(event);
      }
    }
  }

  private void take(IntArrayList purchases, double pieces) {
    for (int i = purchases.size() - 1; i >= 0; i--) {
      if (Double.compare(pieces(purchases.getInt(i)), pieces) == 0) {
        gone.set(purchases.removeInt(i));
        return;
      }
    }
  }

  private double pieces(int event) {
    return Math.abs(frame.numbers(ColumnRole.QUANTITY)[event]);
  }
}
