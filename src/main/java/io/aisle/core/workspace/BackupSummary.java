package io.aisle.core.workspace;

import java.nio.file.Path;

/**
 * What was backed up or restored.
 *
 * @param place the backup file, or the folder that was restored to
 * @param versions data set versions
 * @param runs run folders
 * @param leftOut runs under way, which are not in a backup
 * @param bytes of the file, or of the folder's content
 */
public record BackupSummary(Path place, int versions, int runs, int leftOut, long bytes) {}
