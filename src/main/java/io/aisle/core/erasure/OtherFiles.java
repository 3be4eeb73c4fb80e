package io.aisle.core.erasure;

import io.aisle.core.training.Disk;
import io.aisle.core.workspace.WorkspaceLayout;
import io.aisle.domain.OperationException;
import io.aisle.domain.data.ErasedNames;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The files of a workspace beside its store and its tables, as far as a user may be in them. */
final class OtherFiles {
  /** What is written with numbers, or packed: a name is not looked for in it byte by byte. */
  private static final Set<String> NO_TEXT =
      Set.of("safetensors", "snapshot", "db", "gz", "zip", "so", "dll", "dylib", "onnx", "png");

  private final WorkspaceLayout layout;
  private final JsonTexts json;
  private final NameBytes bytes;

  OtherFiles(WorkspaceLayout layout, ErasedNames names) {
    this.layout = layout;
    this.json = new JsonTexts(names);
    this.bytes = new NameBytes(names);
  }

  /**
   * Files that are removed whole: copies of the workspace or of runs, which hold everything, and
   * kept views that speak of the user.
   */
  List<Path> removed() {
    return files().stream()
        .filter(
            file ->
                isCopy(file)
                    || isOtherStore(file)
                    || file.startsWith(layout.spool())
                    || file.startsWith(layout.pins()) && json.mentions(file))
        .toList();
  }

  private List<Path> files() {
    return Tree.files(layout.folder()).stream()
        .filter(file -> !file.startsWith(layout.natives()) && !file.startsWith(layout.keys()))
        .toList();
  }

  /** What a repair has kept of a damaged store, or left when it was cut off. */
  private boolean isOtherStore(Path file) {
    return file.startsWith(layout.store())
        && file.getFileName().toString().endsWith(".mv.db")
        && !file.equals(layout.storeFile());
  }

  private static boolean isCopy(Path file) {
    String ending = ending(file);
    if (!ending.equals("zip") && !ending.equals("aisle-run") && !ending.equals("part")) {
      return false;
    }
    // read as a stream: a file of an encrypted workspace is no file to the zip library
    try (ZipInputStream zip =
        new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (isOfCopy(entry.getName())) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      return ending.equals("part"); // half a copy
    }
  }

  private static boolean isOfCopy(String entry) {
    return entry.equals("aisle-backup.json")
        || entry.endsWith("aisle.mv.db")
        || entry.endsWith("run.json");
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Removes the files that are to go, and the name from all others. */
  void erase() {
    removed().forEach(Disk::delete);
    for (Path file : files()) {
      boolean store = file.startsWith(layout.store()) || file.startsWith(layout.snapshots());
      if (!store && !NO_TEXT.contains(ending(file))) {
        boolean done = ending(file).equals("json") && json.erase(file);
        if (!done && bytes.in(file)) {
          bytes.erase(file);
        }
      }
    }
  }

  /** Files in which the name still stands as it is. */
  List<Path> left() {
    return files().stream().filter(Files::isReadable).filter(this::holds).toList();
  }

  private boolean holds(Path file) {
    try {
      return bytes.in(file);
    } catch (OperationException e) {
      return false; // Windows lets nobody else read the store that is open; it was compacted
    }
  }
}
