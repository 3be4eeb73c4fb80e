package io.aisle.ml.embedding;

import io.aisle.domain.experiment.FieldName;
import io.aisle.ml.data.Feature;
import io.aisle.ml.data.Features;
import io.aisle.ml.data.FitData;
import java.util.ArrayList;
import java.util.List;

/**
 * Where everything that a model reads has its rows in one table of embeddings, and the cells that a
 * user and an item are described with. The fields of a user: the id, each attribute, what is read
 * of the moment, and the history where {@link Past} says so; of an item: the id and each attribute.
 * A field with several values is their mean. Immutable, thread-safe.
 */
public final class FieldMap {
  /** How a history is read. */
  public enum Past {
    /** Not at all. */
    NONE,
    /** The mean of rows that items have for this purpose alone. */
    OWN_ROWS,
    /** The mean of the items' own rows. */
    ITEM_ROWS,
    /** A cell for each item of it, the item's own row, and empty cells up to {@code maxLength}. */
    CELLS
  }

  /**
   * Rows of one field.
   *
   * @param first first row
   * @param rows number of rows
   */
  public record Block(FieldName field, int first, int rows) {}

  /**
   * A field of a user or an item as its scorers read it.
   *
   * @param cells how many it takes, one after the other
   */
  public record Part(FieldName field, int cells) {}

  private static final FieldName HISTORY = new FieldName(FieldName.Side.HISTORY, "");

  private final Features features;
  private final Past past;
  private final int maxLength;
  private final List<Block> blocks = new ArrayList<>();
  private final Block users;
  private final Block items;
  private final List<Block> userAttributes;
  private final List<Block> itemAttributes;
  private final List<Block> moments;
  private final int historyFirst;
  private int rows;

  /**
   * @param maxLength most items of a history that are read, the newest
   */
  public FieldMap(FitData data, Features features, Past past, int maxLength) {
    this.features = features;
    this.past = past;
    this.maxLength = maxLength;
    this.users = block(new FieldName(FieldName.Side.USER, ""), data.users() + 1);
    this.userAttributes = attributes(FieldName.Side.USER, features.user());
    this.moments =
        features.context().stream()
            .map(c -> block(new FieldName(FieldName.Side.CONTEXT, c.id()), c.size()))
            .toList();
    this.items = block(new FieldName(FieldName.Side.ITEM, ""), data.items());
    this.itemAttributes = attributes(FieldName.Side.ITEM, features.item());
    this.historyFirst = past == Past.OWN_ROWS ? block(HISTORY, data.items()).first : items.first;
  }

  private List<Block> attributes(FieldName.Side side, List<Feature> all) {
    return all.stream().map(f -> block(new FieldName(side, f.name()), f.values().size())).toList();
  }

  private Block block(FieldName name, int count) {
    Block block = new Block(name, rows, count);
    blocks.add(block);
    rows = Math.addExact(rows, count);
    return block;
  }

  /** All fields in the order of their rows. */
  public List<Block> blocks() {
    return List.copyOf(blocks);
  }

  /** Rows of the table. */
  public int rows() {
    return rows;
  }

  /** What the cells of a user are, in their order. */
  public List<Part> userParts() {
    List<Part> parts = new ArrayList<>(List.of(new Part(users.field, 1)));
    userAttributes.forEach(each -> parts.add(new Part(each.field, 1)));
    moments.forEach(each -> parts.add(new Part(each.field, 1)));
    if (pastFields() > 0) {
      parts.add(new Part(HISTORY, pastFields()));
    }
    return parts;
  }

  /** What the cells of an item are, in their order. */
  public List<Part> itemParts() {
    List<Part> parts = new ArrayList<>(List.of(new Part(items.field, 1)));
    itemAttributes.forEach(each -> parts.add(new Part(each.field, 1)));
    return parts;
  }

  /** Cells of a user. */
  public int userFields() {
    return 1 + userAttributes.size() + moments.size() + pastFields();
  }

  /** Cells of a user that stand for the history; they are the last. */
  public int pastFields() {
    return switch (past) {
      case NONE -> 0;
      case OWN_ROWS, ITEM_ROWS -> 1;
      case CELLS -> maxLength;
    };
  }

  /** Most items of a history that are read. */
  public int maxLength() {
    return maxLength;
  }

  /** Cells of an item. */
  public int itemFields() {
    return 1 + itemAttributes.size();
  }

  /** The rows of the users' ids; the last stands for a user without id and history. */
  public Block users() {
    return users;
  }

  /** The blocks of the moments; the first row of each stands for an unknown one. */
  public List<Block> moments() {
    return moments;
  }

  public int items() {
    return items.rows;
  }

  /** The row of an item's id. */
  public int itemRow(int item) {
    return items.first + item;
  }

  /**
   * Adds the cells of a user.
   *
   * @param identity the user's id, known or not
   * @param time seconds since 1970, or {@link FitData#NO_TIME}
   */
  public void addUser(Bags bags, Identity identity, long time, History history) {
    identity.add(bags, users);
    for (int f = 0; f < userAttributes.size(); f++) {
      attribute(bags, features.user().get(f), userAttributes.get(f), identity.user());
    }
    for (int f = 0; f < moments.size(); f++) {
      bags.single(moments.get(f).first + features.context().get(f).of(time));
    }
    switch (past) {
      case NONE -> {}
      case OWN_ROWS, ITEM_ROWS -> addMean(bags, history);
      case CELLS -> addCells(bags, history);
    }
  }

  private void addCells(Bags bags, History history) {
    int from = history.start(maxLength);
    int count = 0;
    for (int at = from; at < history.to(); at++) {
      if (at != history.skip()) {
        bags.single(historyFirst + history.item()[at]);
        count++;
      }
    }
    for (; count < maxLength; count++) {
      bags.endCell();
    }
  }

  private void addMean(Bags bags, History history) {
    int from = history.start(maxLength);
    int count = history.to() - from - (history.skips(from) ? 1 : 0);
    for (int at = from; at < history.to(); at++) {
      if (at != history.skip()) {
        bags.add(historyFirst + history.item()[at], 1f / count);
      }
    }
    bags.endCell();
  }

  /**
   * Adds the cells of an item.
   *
   * @param wanted the item; below 0 for none, whose cells are those of some item
   */
  public void addItem(Bags bags, int wanted) {
    int item = Math.max(0, wanted);
    bags.single(items.first + item);
    for (int f = 0; f < itemAttributes.size(); f++) {
      attribute(bags, features.item().get(f), itemAttributes.get(f), item);
    }
  }

  private static void attribute(Bags bags, Feature feature, Block block, int entity) {
    int from = entity < 0 ? 0 : feature.offsets()[entity];
    int to = entity < 0 ? 0 : feature.offsets()[entity + 1];
    if (from == to) {
      bags.single(block.first);
      return;
    }
    for (int at = from; at < to; at++) {
      bags.add(block.first + feature.value()[at], 1f / (to - from));
    }
    bags.endCell();
  }

  /**
   * Gives those that were never trained the mean of those that were: the user without id and
   * history, and the unknown moment where all moments are known.
   *
   * @param allTimes whether no moment of the training was unknown
   */
  public void settleUnknown(RowTable table, boolean allTimes) {
    mean(table, users, users.first + users.rows - 1);
    for (Block moment : allTimes ? moments : List.<Block>of()) {
      mean(table, moment, moment.first);
    }
  }

  private static void mean(RowTable table, Block block, int to) {
    float[] values = table.values();
    int width = table.width();
    for (int k = 0; k < width; k++) {
      double sum = 0;
      for (int row = block.first; row < block.first + block.rows; row++) {
        sum += row == to ? 0 : values[row * width + k];
      }
      values[to * width + k] = (float) (sum / Math.max(1, block.rows - 1));
    }
  }
}
