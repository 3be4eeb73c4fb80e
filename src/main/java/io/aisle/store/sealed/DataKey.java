package io.aisle.store.sealed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * The key of a workspace: 256 random bits from which every other key is derived (HKDF with
 * HMAC-SHA-256, RFC 5869). Immutable; never logged.
 */
public final class DataKey {
  static final int BYTES = 32;

  private final byte[] bytes;

  private DataKey(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a key of " + bytes.length + " bytes");
    }
    this.bytes = bytes;
  }

  /** A new key. */
  public static DataKey random() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new DataKey(bytes);
  }

  /** The key that {@link #hex} gave. */
  public static DataKey ofHex(String hex) {
    return new DataKey(HexFormat.of().parseHex(hex));
  }

  static DataKey of(byte[] bytes) {
    return new DataKey(bytes.clone());
  }

  /** For a process of ours, through a pipe; nowhere else. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  byte[] bytes() {
    return bytes.clone();
  }

  /** The AES key of one file. */
  SecretKey ofFile(byte[] id) {
    return derived(id, "aisle file");
  }

  /** The file password of the data base: 64 hexadecimal digits. */
  public char[] storePassword() {
    byte[] derived = derived(new byte[0], "aisle store").getEncoded();
    return HexFormat.of().formatHex(derived).toCharArray();
  }

  private SecretKey derived(byte[] salt, String use) {
    try {
      HKDFParameterSpec how =
          HKDFParameterSpec.ofExtract()
              .addIKM(bytes)
              .addSalt(salt)
              .thenExpand(use.getBytes(StandardCharsets.US_ASCII), BYTES);
      return KDF.getInstance("HKDF-SHA256").deriveKey("AES", how);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java 25 has HKDF", e);
    }
  }

  /** Says nothing of the key. */
  @Override
  public String toString() {
    return "DataKey";
  }
}
