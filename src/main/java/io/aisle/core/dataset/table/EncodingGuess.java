package io.aisle.core.dataset.table;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How the characters of a text without a byte-order mark are written: UTF-16 when every other byte
 * is often 0, UTF-8 when it decodes as that, else what its bytes resemble most (ICU's detector,
 * with Chinese preferred where it is unsure).
 */
final class EncodingGuess {
  private static final double ZEROS = 0.3;
  private static final int ENOUGH = 16;
  private static final int SURE = 50;
  private static final Charset GB18030 = Charset.forName("GB18030");

  private EncodingGuess() {}

  /**
   * @param whole whether these are all bytes; if not, the last character may be cut off
   */
  static Charset of(byte[] bytes, boolean whole) {
    boolean enough = bytes.length >= ENOUGH;
    double even = zeros(bytes, 0);
    double odd = zeros(bytes, 1);
    if (enough && odd > ZEROS && even < odd / 4) {
      return StandardCharsets.UTF_16LE;
    }
    if (enough && even > ZEROS && odd < even / 4) {
      return StandardCharsets.UTF_16BE;
    }
    if (decodes(bytes, StandardCharsets.UTF_8, whole)) {
      return StandardCharsets.UTF_8;
    }
    return other(bytes, whole);
  }

  private static double zeros(byte[] bytes, int from) {
    int zeros = 0;
    for (int i = from; i < bytes.length; i += 2) {
      zeros += bytes[i] == 0 ? 1 : 0;
    }
    return 2.0 * zeros / Math.max(2, bytes.length);
  }

  private static boolean decodes(byte[] bytes, Charset charset, boolean whole) {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    return !decoder.decode(ByteBuffer.wrap(bytes), out, whole).isError();
  }

  /** UTF-8 with single wrong bytes stays UTF-8: those rows are refused, the others are right. */
  private static Charset other(byte[] bytes, boolean whole) {
    if (mostlyUtf8(bytes)) {
      return StandardCharsets.UTF_8;
    }
    CharsetDetector detector = new CharsetDetector();
    detector.setText(bytes);
    Optional<CharsetMatch> best = Optional.empty();
    for (CharsetMatch match : detector.detectAll()) {
      boolean possible =
          Charset.isSupported(match.getName())
              && !match.getName().startsWith("UTF-")
              && decodes(bytes, Charset.forName(match.getName()), whole);
      if (possible && best.isEmpty()) {
        best = Optional.of(match);
      }
    }
    boolean sure = best.filter(match -> match.getConfidence() >= SURE).isPresent();
    if (!sure && decodes(bytes, GB18030, whole) && simplifiedChinese(bytes)) {
      return GB18030;
    }
    return best.map(match -> Charset.forName(match.getName()))
        .orElse(Charset.forName("windows-1252"));
  }

  /** Whether more of the bytes beyond ASCII form UTF-8 characters than not. */
  private static boolean mostlyUtf8(byte[] bytes) {
    CharBuffer text;
    try {
      text =
          StandardCharsets.UTF_8
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPLACE)
              .decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException e) {
      return false; // nothing is reported, everything is replaced
    }
    long wrong = text.chars().filter(c -> c == 0xfffd).count();
    long right = text.chars().filter(c -> c > 0x7f && c != 0xfffd).count();
    return right > 2 * wrong;
  }

  /** Whether nearly all pairs of bytes beyond ASCII lie where GB 2312 has its characters. */
  private static boolean simplifiedChinese(byte[] bytes) {
    int pairs = 0;
    int common = 0;
    for (int i = 0; i + 1 < bytes.length; i++) {
      if (bytes[i] < 0) {
        int lead = bytes[i] & 0xff;
        int trail = bytes[i + 1] & 0xff;
        pairs++;
        common += lead >= 0xa1 && lead <= 0xf7 && trail >= 0xa1 ? 1 : 0;
        i++;
      }
    }
    return pairs > 0 && common >= 0.9 * pairs;
  }
}
