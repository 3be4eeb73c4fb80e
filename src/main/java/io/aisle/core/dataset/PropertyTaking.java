package io.aisle.core.dataset;

import io.aisle.core.job.JobControl;
import io.aisle.domain.InputException;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.PropertyCounts;
import io.aisle.domain.data.Unjoined;
import io.aisle.domain.experiment.PropertyFiles;
import io.aisle.domain.job.Progress;
import io.aisle.store.PropertySpool;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ObjIntConsumer;

/**
 * Makes of the rows in a spool what is said of each item: the latest value of each property, its
 * category as a path. Confined to one thread.
 */
final class PropertyTaking {
  /** Characters of all properties of an item: what a field of the store surely holds. */
  private static final int MOST_TEXT = 150_000;

  private static final int EXAMPLES = 5;

  /** Of values that were set after the first event, such that earlier events cannot know them. */
  static final String LATE = "properties-late";

  private final PropertyFiles said;
  private final PropertyReading read;
  private final List<String> names;
  private final int title;
  private final int category;
  private final CategoryTree tree;
  private final OptionalLong firstEvent;
  private final BitSet taken = new BitSet();
  private final BitSet late = new BitSet();
  private int items;
  private long values;
  private long superseded;
  private long left;
  private long afterFirst;
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  /**
   * @param firstEvent epoch milliseconds of the first event of the data set
   * @throws InputException when no row has a property that is named
   */
  PropertyTaking(PropertyFiles said, PropertyReading read, OptionalLong firstEvent) {
    this.said = said;
    this.read = read;
    this.firstEvent = firstEvent;
    this.names = read.properties();
    this.title = place(said.title(), ColumnRole.TITLE);
    this.category = place(said.category(), ColumnRole.CATEGORY);
    this.tree = said.tree().map(CategoryTree::read).orElseGet(CategoryTree::none);
  }

  private int place(Optional<String> named, ColumnRole role) {
    if (named.isPresent() && !names.isEmpty() && !names.contains(named.get())) {
      throw new InputException(
          "No row of %s has the property \"%s\"%s: correct the mapping."
              .formatted(said.files().getFirst(), named.get(), Nearest.hint(named.get(), names)));
    }
    return named.or(() -> RoleNames.find(role, names)).map(names::indexOf).orElse(-1);
  }

  /**
   * @param sink receives what is said of each item, in the order of their numbers
   */
  void run(PropertySpool spool, ObjIntConsumer<EntityReader.Entity> sink, JobControl control) {
    for (int block = 0; block < spool.blocks(); block++) {
      control.at(new Progress("latest-properties", block, spool.blocks()));
      control.check();
      LatestValues latest = new LatestValues();
      spool.read(block, latest);
      superseded += latest.superseded();
      latest
          .items()
          .forEach(
              (item, known) -> {
                EntityReader.Entity entity = entity(known);
                items += entity.isEmpty() ? 0 : 1;
                sink.accept(entity, item);
              });
    }
  }

  private EntityReader.Entity entity(Map<Integer, LatestValues.Latest> known) {
    Map<String, String> attributes = new LinkedHashMap<>();
    String named = "";
    String within = "";
    int text = 0;
    for (Map.Entry<Integer, LatestValues.Latest> each : known.entrySet()) {
      int property = each.getKey();
      String value = each.getValue().value();
      if (value.isEmpty()) {
        continue;
      }
      int more = names.get(property).length() + value.length();
      if (text + more > MOST_TEXT) {
        left++;
        continue;
      }
      text += more;
      if (property == title) {
        named = value;
      } else if (property == category) {
        within = tree.path(value);
      } else {
        attributes.put(names.get(property), value);
      }
      count(property, each.getValue().millis());
    }
    return new EntityReader.Entity(named, within, attributes);
  }

  private void count(int property, long millis) {
    values++;
    taken.set(property);
    if (millis != EventTable.NO_TIME) {
      first = Math.min(first, millis);
      last = Math.max(last, millis);
      if (firstEvent.isPresent() && millis > firstEvent.getAsLong()) {
        afterFirst++;
        late.set(property);
      }
    }
  }

  PropertyCounts counts() {
    return new PropertyCounts(
        read.read(),
        read.refused(),
        items,
        taken.cardinality(),
        values,
        superseded,
        read.later(),
        read.others(),
        left,
        first > last ? null : Instant.ofEpochMilli(first),
        first > last ? null : Instant.ofEpochMilli(last),
        said.asOf());
  }

  /** Categories without a path. */
  List<Unjoined> faults() {
    return tree.faults();
  }

  /** The values that were set after the first event. */
  Optional<Unjoined> late() {
    return afterFirst == 0
        ? Optional.empty()
        : Optional.of(
            new Unjoined(
                LATE,
                afterFirst,
                values,
                late.stream().limit(EXAMPLES).mapToObj(names::get).toList()));
  }
}
