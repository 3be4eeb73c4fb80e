package io.aisle.core.dataset;

import io.aisle.core.dataset.privacy.Pseudonyms;
import io.aisle.domain.data.ColumnMapping;
import io.aisle.domain.data.ColumnRole;
import io.aisle.domain.data.Treatment;
import java.util.List;
import java.util.Map;

/**
 * What is done with personal columns in all files of an import. Thread-safe; what it makes is not.
 */
final class Guarding {
  /** Everything is taken as it stands. */
  static final Guarding NONE = new Guarding(ColumnMapping.GUESS, new byte[1]);

  private final ColumnMapping mapping;
  private final byte[] key;

  private Guarding(ColumnMapping mapping, byte[] key) {
    this.mapping = mapping;
    this.key = key;
  }

  /**
   * @param key never kept anywhere else
   */
  static Guarding of(ColumnMapping mapping, byte[] key) {
    return new Guarding(mapping, key.clone());
  }

  /** As an import would do it, with a key that is no secret: for what is only looked at. */
  static Guarding trial(ColumnMapping mapping) {
    return new Guarding(mapping, new byte[1]);
  }

  /** Of a file of events. */
  RowGuard of(List<String> header) {
    return RowGuard.of(header, mapping.privacy(), new Pseudonyms(key));
  }

  /** Of files whose ids are those of the events' users. */
  Joined users() {
    return new Joined(this, mapping.treatment(ColumnRole.USER));
  }

  /** Of files whose ids are those of the events' items. */
  Joined items() {
    return new Joined(this, mapping.treatment(ColumnRole.ITEM));
  }

  /** Whether a key is needed. */
  static boolean hashes(Map<String, Treatment> privacy) {
    return privacy.containsValue(Treatment.HASH);
  }

  /**
   * Files whose ids are joined with those of the events, and so are treated as those.
   *
   * @param ids what is done with the column of ids where nothing is said of it
   */
  record Joined(Guarding guarding, Treatment ids) {
    static final Joined NONE = new Joined(Guarding.NONE, Treatment.KEEP);

    /**
     * @param id index of the column of ids
     */
    RowGuard of(List<String> header, int id) {
      RowGuard guard = guarding.of(header);
      return ids == Treatment.KEEP ? guard : guard.joined(id, ids);
    }
  }
}
