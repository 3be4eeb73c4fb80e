package io.aisle.app;

import io.aisle.core.about.AboutService;
import io.aisle.core.bundle.RunBundles;
import io.aisle.core.comparison.ComparisonService;
import io.aisle.core.dataset.DatasetService;
import io.aisle.core.dataset.Samples;
import io.aisle.core.device.DeviceService;
import io.aisle.core.erasure.ErasureService;
import io.aisle.core.export.ListExportService;
import io.aisle.core.job.JobRunner;
import io.aisle.core.job.LogFiles;
import io.aisle.core.job.Machine;
import io.aisle.core.lineage.LineageService;
import io.aisle.core.lists.ListsService;
import io.aisle.core.neighbours.NeighbourService;
import io.aisle.core.problem.ProblemService;
import io.aisle.core.report.ReportService;
import io.aisle.core.report.pin.Pinboard;
import io.aisle.core.robustness.RobustnessService;
import io.aisle.core.slices.SliceService;
import io.aisle.core.sql.SqlService;
import io.aisle.core.training.TrainingService;
import io.aisle.core.tuning.BaselineService;
import io.aisle.core.tuning.TuningService;
import io.aisle.core.users.UsersService;
import io.aisle.core.workspace.BackupSchedule;
import io.aisle.core.workspace.WorkspaceService;

/** What the window needs of the rest of the program. */
public record Services(
    JobRunner jobs,
    DatasetService datasets,
    LineageService lineage,
    Samples samples,
    TrainingService training,
    TuningService tuning,
    BaselineService baselines,
    ComparisonService comparisons,
    ReportService reports,
    Pinboard pins,
    UsersService users,
    NeighbourService neighbours,
    SliceService slices,
    RunBundles bundles,
    ListExportService exports,
    ListsService lists,
    RobustnessService robustness,
    SqlService sql,
    WorkspaceService workspace,
    BackupSchedule backups,
    ErasureService erasures,
    DeviceService devices,
    ProblemService problems,
    AboutService about,
    Machine machine,
    LogFiles logs) {}
