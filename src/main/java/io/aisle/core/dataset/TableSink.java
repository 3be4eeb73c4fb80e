package io.aisle.core.dataset;

import io.aisle.domain.data.Catalogue;
import io.aisle.store.ItemName;
import it.unimi.dsi.fastutil.bytes.ByteArrayList;
import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.util.List;
import java.util.Map;

/** Gathers events in memory. */
final class TableSink implements EventSink {
  private final Reasons reasons;
  private final UserNames users = new UserNames(List.of());
  private final ItemNames items = new ItemNames(List.of());
  private final IntArrayList user = new IntArrayList();
  private final IntArrayList item = new IntArrayList();
  private final ByteArrayList kind = new ByteArrayList();
  private final LongArrayList millis = new LongArrayList();
  private final FloatArrayList value = new FloatArrayList();
  private final FloatArrayList price = new FloatArrayList();
  private final FloatArrayList quantity = new FloatArrayList();

  TableSink(Reasons reasons) {
    this.reasons = reasons;
  }

  @Override
  public void event(ParsedRow.Event event) {
    int number = items.number(event.item());
    items.describe(number, event.title(), event.category());
    user.add(users.number(event.user()));
    item.add(number);
    kind.add((byte) event.kind().ordinal());
    millis.add(event.millis());
    value.add((float) event.value());
    price.add((float) event.price());
    quantity.add((float) event.quantity());
  }

  @Override
  public void refused(RefusedRow row) {
    var unused = reasons.count(row.fault().reason());
  }

  @Override
  public void chunk(ReadPosition position) {
    // nothing to make durable
  }

  EventTable table(Map<String, EntityReader.Entity> described) {
    for (int i = 0; i < items.size(); i++) {
      EntityReader.Entity entity = described.get(items.get(i).name());
      if (entity != null) {
        items.overrule(i, entity);
      }
    }
    Catalogue catalogue =
        new Catalogue(
            List.copyOf(users.all()),
            items.all().stream().map(ItemName::name).toList(),
            items.all().stream().map(ItemName::title).toList(),
            items.all().stream().map(ItemName::category).toList());
    return new EventTable(
        user.toIntArray(),
        item.toIntArray(),
        kind.toByteArray(),
        millis.toLongArray(),
        value.toFloatArray(),
        price.toFloatArray(),
        quantity.toFloatArray(),
        catalogue);
  }
}
