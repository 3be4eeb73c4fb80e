package io.aisle.ui.training;

import io.aisle.core.job.JobControl;
import io.aisle.core.job.JobNeeds;
import io.aisle.core.lists.ListsService;
import io.aisle.core.training.RunFolder;
import io.aisle.core.training.TrainingService;
import io.aisle.domain.job.JobOutcome;
import io.aisle.domain.run.RunRecord;
import io.aisle.ui.common.Background;
import io.aisle.ui.common.Changes;
import io.aisle.ui.common.Notices;
import io.aisle.ui.common.Texts;

