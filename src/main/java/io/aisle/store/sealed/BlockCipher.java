package io.aisle.store.sealed;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * AES-256-GCM (NIST SP 800-38D) over the pieces of one file: a fresh random nonce each time, the
 * file's id and the number of the piece as associated data. Not thread-safe.
 */
final class BlockCipher {
  static final int NONCE = 12;
  static final int TAG = 16;

  /** What a sealed piece is longer than a plain one, in bytes. */
  static final int OVERHEAD = NONCE + TAG;

  private final SecretKey key;
  private final byte[] associated;
  private final SecureRandom random = new SecureRandom();
  private final Cipher cipher;
  private final byte[] nonce = new byte[NONCE];

  /**
   * @param id of the file
   */
  BlockCipher(DataKey key, byte[] id) {
    this.key = key.ofFile(id);
    this.associated = ByteBuffer.allocate(id.length + Long.BYTES).put(id).array();
    try {
      this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has AES", e);
    }
  }

  /**
   * Seals a piece.
   *
   * @return bytes that were written: {@code length + OVERHEAD}
   */
  int seal(long number, byte[] plain, int length, byte[] out, int at) {
    random.nextBytes(nonce);
    System.arraycopy(nonce, 0, out, at, NONCE);
    try {
      begin(Cipher.ENCRYPT_MODE, number, nonce, 0);
      return NONCE + cipher.doFinal(plain, 0, length, out, at + NONCE);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Opens a piece.
   *
   * @param length of the sealed piece, at least {@link #OVERHEAD}
   * @return bytes of the plain one, or -1 when it is not what was sealed under this number
   */
  int open(long number, byte[] sealed, int from, int length, byte[] plain) {
    try {
      begin(Cipher.DECRYPT_MODE, number, sealed, from);
      return cipher.doFinal(sealed, from + NONCE, length - NONCE, plain, 0);
    } catch (AEADBadTagException e) {
      return -1;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void begin(int mode, long number, byte[] from, int at) throws GeneralSecurityException {
    cipher.init(mode, key, new GCMParameterSpec(8 * TAG, from, at, NONCE));
    ByteBuffer.wrap(associated).putLong(associated.length - Long.BYTES, number);
    cipher.updateAAD(associated);
  }
}
