package io.aisle.core.workspace;

import io.aisle.testkit.TestControl;
import java.nio.file.Path;

/** A process that encrypts or decrypts a workspace until it is killed. */
final class ConversionVictim {
  private ConversionVictim() {}

  public static void main(String[] arguments) {
    TestControl control =
        new TestControl(
            progress -> {
              System.out.print("b"); // has begun
              System.out.flush();
              return false;
            });
    VaultConversion conversion = new VaultConversion(Path.of(arguments[0]), control);
    if (arguments[2].equals("seal")) {
      conversion.encrypt(arguments[1].toCharArray());
    } else {
      conversion.decrypt(arguments[1].toCharArray());
    }
  }
}
