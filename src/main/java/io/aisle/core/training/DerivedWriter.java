package io.aisle.core.training;

import io.aisle.core.evaluation.Evaluation;
import io.aisle.domain.InputException;
import io.aisle.domain.data.Catalogue;
import io.aisle.domain.run.RunRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes run folders that come from other run folders. */
public final class DerivedWriter {
  private DerivedWriter() {}

  /**
   * @throws InputException when a folder is there and not empty
   */
  public static void requireFree(Path out) {
    if (!Files.exists(out)) {
      return;
    }
    try (Stream<Path> content = Files.list(out)) {
      if (content.findAny().isEmpty()) {
        return;
      }
    } catch (IOException e) {
      throw new InputException("%s is no folder; name one for the run".formatted(out), e);
    }
    throw new InputException("%s exists already; choose another folder".formatted(out));
  }

  /** Copies what a run was fitted and judged on. */
  public static void copyData(RunFolder from, RunFolder to) {
    copyTree(from.data(), to.data());
  }

  /** Copies what is needed to ask a run for lists: data, models, and how it was trained. */
  public static void copyModel(RunFolder from, RunFolder to) {
    copyData(from, to);
    for (Path each : List.of(from.weights(), from.epochsFile(), from.members())) {
      if (Files.exists(each)) {
        copyTree(each, to.path().resolve(each.getFileName()));
      }
    }
  }

  /** Copies a run so that it can be asked as a part of another. */
  public static void copyMember(RunFolder from, RunFolder to) {
    copyModel(from, to);
    copyTree(from.runJson(), to.runJson());
  }

  private static void copyTree(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path target = to.resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Disk.createFolders(target);
        } else {
          Disk.createFolders(target.getParent());
          Files.copy(each, target);
        }
      }
    } catch (IOException e) {
      throw Disk.failure(to, "written", e);
    }
  }

  /** The description comes last: a folder that has it is complete. */
  public static void finish(
      RunFolder out, Catalogue catalogue, Evaluation evaluation, RunRecord record, String said) {
    RunTables.writeEvaluation(out, catalogue, evaluation, Optional.empty());
    new RunLog(out.log()).line(said);
    RunJson.write(out.runJson(), record);
  }
}
