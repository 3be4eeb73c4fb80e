package io.aisle.core.bundle;

import io.aisle.core.training.AtomicFile;
import io.aisle.core.training.Disk;
import io.aisle.core.training.RunFolder;
import io.aisle.domain.InputException;
import io.aisle.domain.OperationException;
import io.aisle.store.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Runs as bundles: a zip with everything of a run folder and a manifest with the version, the run's
 * name and protocol, and size and SHA-256 of each file. Thread-safe.
 */
public final class RunBundles {
  /** How the name of a bundle ends. */
  public static final String SUFFIX = ".aisle-run";

  private static final String INCOMING = ".incoming";
  private static final int NAME_LIMIT = 60;

  /** Whether a file's name is that of a bundle. */
  public static boolean isNamedLikeOne(String file) {
    return file.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
  }

  /**
   * Writes a complete run as a bundle, whole or not at all; a bundle that is there is replaced.
   *
   * @throws InputException when the folder holds no complete run of this version
   */
  public void write(RunFolder run, Path bundle) {
    var unused = run.record(); // which says why it cannot be handed over
    Path parent = bundle.toAbsolutePath().getParent();
    if (parent.startsWith(run.path().toAbsolutePath())) {
      throw new InputException(
          "%s lies inside the run; put the bundle elsewhere".formatted(bundle));
    }
    Disk.createFolders(parent);
    AtomicFile.write(bundle, new BundleWriter(run)::writeTo);
  }

  /**
   * Brings the run of a bundle into a workspace. A run that is there already is not brought twice.
   *
   * @param runs folder of the workspace's run folders; made when it is missing
   * @return the folder of the run
   * @throws InputException when the bundle is damaged, hostile or of another version
   */
  public synchronized Path open(Path bundle, Path runs) {
    Disk.createFolders(runs);
    Disk.delete(runs.resolve(INCOMING)); // what a kill has left
    return unpack(bundle, runs.resolve(INCOMING), reader -> place(reader, runs));
  }

  /**
   * Unpacks the run of a bundle into a folder of the caller's choice.
   *
   * @param folder must not be there
   * @return the folder
   * @throws InputException when it is there, or the bundle is damaged, hostile or of another
   *     version
   */
  public Path extract(Path bundle, Path folder) {
    if (Files.exists(folder)) {
      throw new InputException("%s is there already; name a new folder".formatted(folder));
    }
    Path parent = folder.toAbsolutePath().getParent();
    Disk.createFolders(parent);
    Path incoming = parent.resolve("." + folder.getFileName() + INCOMING);
    Disk.delete(incoming);
    return unpack(bundle, incoming, reader -> folder);
  }

  /** Where the run of a bundle is to stand; a place where it stands already is left as it is. */
  @FunctionalInterface
  private interface Target {
    Path of(BundleReader bundle) throws IOException;
  }

  private static Path unpack(Path bundle, Path incoming, Target target) {
    try (BundleReader reader = new BundleReader(bundle)) {
      Path folder = target.of(reader);
      if (!Files.exists(folder)) {
        // one deeper than the run folders, so that nobody takes a half of one for a run
        Path draft = Files.createDirectories(incoming.resolve("run"));
        reader.extractTo(draft);
        check(draft, reader.manifest());
        Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
      }
      return folder;
    } catch (BundleException e) {
      throw new InputException("%s %s".formatted(bundle, e.getMessage()), e);
    } catch (NoSuchFileException e) {
      throw new InputException("%s is no file; name a run bundle".formatted(e.getFile()), e);
    } catch (IOException e) {
      throw Disk.failure(bundle, "unpacked", e);
    } finally {
      Disk.delete(incoming);
    }
  }

  private static void check(Path draft, BundleManifest manifest) {
    try {
      if (!new RunFolder(draft).record().protocolHash().equals(manifest.protocolHash())) {
        throw new BundleException("names another protocol than its run has; do not trust it");
      }
    } catch (InputException | OperationException e) {
      throw new BundleException("holds no complete run of this version; bundle the run again", e);
    }
  }

  private static Path place(BundleReader reader, Path runs) throws IOException {
    try (Stream<Path> folders = Files.list(runs)) {
      for (Path folder : folders.sorted().toList()) {
        if (isOf(reader.manifest(), folder)) {
          return folder;
        }
      }
    }
    String stem = plain(reader.manifest().name());
    for (int attempt = 1; ; attempt++) {
      Path folder = runs.resolve(attempt == 1 ? stem : stem + "-" + attempt);
      if (!Files.exists(folder)) {
        return folder;
      }
    }
  }

  /** The same run.json, with its times, seeds and figures, is the same run. */
  private static boolean isOf(BundleManifest manifest, Path folder) throws IOException {
    Path json = new RunFolder(folder).runJson();
    if (!Files.isRegularFile(json)) {
      return false;
    }
    String here = HexFormat.of().formatHex(Digests.sha256().digest(Files.readAllBytes(json)));
    return manifest.files().stream()
        .anyMatch(
            part ->
                part.path().equals(json.getFileName().toString()) && part.sha256().equals(here));
  }

  private static String plain(String name) {
    String plain =
        name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-+|-+$", "");
    String stem = plain.substring(0, Math.min(NAME_LIMIT, plain.length()));
    return stem.isEmpty() ? "run" : stem;
  }
}
