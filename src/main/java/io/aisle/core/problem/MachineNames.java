package io.aisle.core.problem;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The names of this machine and its user that the system tells. */
final class MachineNames {
  private MachineNames() {}

  static Set<String> all() {
    Set<String> names = new HashSet<>();
    names.add(System.getProperty("user.home"));
    names.add(System.getProperty("user.name"));
    names.add(System.getProperty("java.io.tmpdir"));
    for (String variable :
        new String[] {"HOSTNAME", "COMPUTERNAME", "USER", "USERNAME", "LOGNAME"}) {
      names.add(System.getenv(variable));
    }
    names.removeIf(name -> name == null || name.isBlank() || name.equals("/"));
    hostFile().ifPresent(names::add);
    return names;
  }

  private static Optional<String> hostFile() {
    Path file = Path.of("/etc/hostname");
    try {
      return Files.isReadable(file)
          ? Optional.of(Files.readString(file).strip()).filter(name -> !name.isEmpty())
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // the name of the machine then stands in its variables only
    }
  }
}
