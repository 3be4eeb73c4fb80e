package io.aisle.core.dataset.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Replaces values by keyed hashes: the first 128 bits of HMAC-SHA-256 (RFC 2104, RFC 4231) of the
 * value in UTF-8, as 32 hexadecimal digits. Under one key a value always gets the same one, over
 * columns, files and versions, so that what belonged together still does; without the key it can be
 * neither undone nor guessed at. The key is in memory only. Confined to one thread.
 */
public final class Pseudonyms {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 16;
  private static final String CHECKED = "aisle: which key is it";

  private final Mac mac;

  /**
   * @param key any bytes, at least one
   */
  public Pseudonyms(byte[] key) {
    this.mac = mac(key);
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA-256", e);
    }
  }

  /** The whole hash of a message, 32 bytes. */
  static byte[] hash(byte[] key, byte[] message) {
    return mac(key).doFinal(message);
  }

  /** What stands for a value; "" for "". */
  public String of(String value) {
    return value.isEmpty() ? "" : hex(mac.doFinal(value.getBytes(StandardCharsets.UTF_8)));
  }

  /** Tells keys apart and gives none away. */
  public String check() {
    return of(CHECKED).substring(0, BYTES);
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(Arrays.copyOf(hash, BYTES));
  }
}
