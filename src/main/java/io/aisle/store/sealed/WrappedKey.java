package io.aisle.store.sealed;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A data key under a passphrase: AES-256-GCM with a key that PBKDF2 with HMAC-SHA-256 (RFC 8018)
 * makes of the passphrase.
 *
 * @param derivation name of the derivation
 * @param iterations of it; what OWASP asks for at least, 600,000
 * @param salt 16 random bytes, Base64
 * @param nonce 12 random bytes, Base64
 * @param wrapped the encrypted key and its tag, Base64
 */
public record WrappedKey(
    String derivation, int iterations, String salt, String nonce, String wrapped) {
  private static final String DERIVATION = "PBKDF2WithHmacSHA256";
  private static final int ITERATIONS = 600_000;
  private static final int SALT = 16;
  private static final byte[] USE = "aisle workspace key 1".getBytes(StandardCharsets.US_ASCII);

  static WrappedKey of(DataKey key, char[] passphrase) {
    byte[] salt = random(SALT);
    byte[] nonce = random(BlockCipher.NONCE);
    try {
      Cipher cipher = cipher(Cipher.ENCRYPT_MODE, passphrase, salt, ITERATIONS, nonce);
      byte[] wrapped = cipher.doFinal(key.bytes());
      return new WrappedKey(DERIVATION, ITERATIONS, text(salt), text(nonce), text(wrapped));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2 and AES", e);
    }
  }

  /** The key; empty when the passphrase is another one, or the file was changed. */
  Optional<DataKey> unwrap(char[] passphrase) {
    if (!DERIVATION.equals(derivation) || iterations < 1) {
      return Optional.empty();
    }
    try {
      Cipher cipher =
          cipher(Cipher.DECRYPT_MODE, passphrase, bytes(salt), iterations, bytes(nonce));
      return Optional.of(DataKey.of(cipher.doFinal(bytes(wrapped))));
    } catch (AEADBadTagException | IllegalArgumentException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has PBKDF2 and AES", e);
    }
  }

  private static Cipher cipher(
      int mode, char[] passphrase, byte[] salt, int iterations, byte[] nonce)
      throws GeneralSecurityException {
    // the same letters can be typed in several forms
    char[] normal = Normalizer.normalize(new String(passphrase), Normalizer.Form.NFC).toCharArray();
    PBEKeySpec how = new PBEKeySpec(normal, salt, iterations, 8 * DataKey.BYTES);
    SecretKey derived = SecretKeyFactory.getInstance(DERIVATION).generateSecret(how);
    how.clearPassword();
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(
        mode,
        new SecretKeySpec(derived.getEncoded(), "AES"),
        new GCMParameterSpec(8 * BlockCipher.TAG, nonce));
    cipher.updateAAD(USE);
    return cipher;
  }

  private static byte[] random(int size) {
    byte[] bytes = new byte[size];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }

  private static String text(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text);
  }
}
