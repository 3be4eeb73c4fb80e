package io.aisle.store;

import io.aisle.store.sealed.Sealed;
import io.aisle.store.sealed.SealedFileSystem;
import java.nio.file.Path;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;

/** How the data base of a folder is reached: in an encrypted workspace it encrypts its own file. */
final class StoreSource {
  private StoreSource() {}

  /**
   * @param folder of the store
   * @param options of H2, each after a semicolon
   */
  static JdbcDataSource of(Path folder, String options, String user, String password) {
    return source("retry:", folder.resolve("aisle"), options, user, password);
  }

  /**
   * As the other, for a copy.
   *
   * @param file of the data base, without its ending
   */
  static JdbcDataSource ofFile(Path file, String options, String user, String password) {
    return source("file:", file, options, user, password);
  }

  private static JdbcDataSource source(
      String kind, Path file, String options, String user, String password) {
    Optional<SealedFileSystem> sealed = Sealed.of(file);
    JdbcDataSource source = new JdbcDataSource();
    source.setURL("jdbc:h2:" + kind + file + options + (sealed.isPresent() ? ";CIPHER=AES" : ""));
    source.setUser(user);
    source.setPassword(password);
    // H2 takes both passwords as one word with a space between them
    sealed.ifPresent(
        files -> source.setPassword(new String(files.key().storePassword()) + " " + password));
    return source;
  }
}
